package ai.kongguard.llm;

import static ai.kongguard.llm.Subject.ESCALATION;
import static ai.kongguard.llm.provider.Provider.ANSWER;
import static ai.kongguard.llm.provider.Provider.KEY;
import static ai.kongguard.llm.provider.Provider.PROMPT;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.llm.provider.Provider;
import ai.kongguard.testkit.llm.ModelServer;
import ai.kongguard.testkit.llm.Reply;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Neither a key nor what a request holds gets into a log, a state or an outcome, however a provider fails. */
class SecretsTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level before = root.getLevel();

    @BeforeEach
    void listen() {
        root.setLevel(Level.INFO);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        root.setLevel(before);
    }

    @ParameterizedTest
    @EnumSource
    void tellsNoneToAnybody(Provider provider) throws Exception {
        Subject subject = new Subject().with("retry.attempts", 1).with("breaker.calls", 100);
        try (ModelServer server = provider.serve();
                ConfiguredReviewer configured = subject.asking(provider, server).configured();
                Reviewer reviewer = java.util.Objects.requireNonNull(configured.reviewer())) {
            StringBuilder told = new StringBuilder(configured.toString()).append(configured.says());
            for (Reply reply : new Reply[] {
                server.says(ANSWER),
                server.says("Your key is " + KEY + ", and you asked " + PROMPT.user()),
                Reply.json(401, provider.api().error(401, "Incorrect API key provided: " + KEY)),
                Reply.json(400, provider.api().error(400, "Cannot parse " + PROMPT.user() + " of " + KEY)),
                Reply.json(500, provider.api().error(500, KEY)),
                Reply.json(200, provider.api().empty()),
                Reply.json(200, provider.api().refusal()),
                Reply.json(200, "{\"" + KEY + "\":\"" + KEY + "\"}"),
                Reply.json(200, "{\"choices\":1,\"candidates\":2,\"content\":3,\"message\":4}"),
                Reply.html(200),
                server.says(ANSWER).ending(Reply.End.TRUNCATED),
            }) {
                server.next(reply);
                told.append(reviewer.review(ESCALATION).toString()).append(reviewer.state());
            }
            told.append(subject.registry.getMetersAsString());
            told.append(log.list.stream()
                    .map(event -> event + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                    .collect(Collectors.joining("\n")));
            assertThat(server.calls()).isEqualTo(11);
            assertThat(server.violations()).isEmpty();
            assertThat(told.toString())
                    .contains("unauthorized")
                    .doesNotContain(KEY, "UNION SELECT", "Incorrect", "Cannot parse");
        }
    }
}
