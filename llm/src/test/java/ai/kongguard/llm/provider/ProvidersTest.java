package ai.kongguard.llm.provider;

import static ai.kongguard.llm.provider.Provider.ANSWER;
import static ai.kongguard.llm.provider.Provider.KEY;
import static ai.kongguard.llm.provider.Provider.PROMPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.kongguard.testkit.llm.GeminiApi;
import ai.kongguard.testkit.llm.ModelServer;
import ai.kongguard.testkit.llm.Reply;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each provider sends, and what it makes of everything that can come back. */
class ProvidersTest {

    @ParameterizedTest
    @EnumSource
    void asksAsTheApiWantsToBeAskedAndReadsTextAndTokens(Provider provider) throws Exception {
        try (ModelServer server = provider.serve();
                ModelProvider client = provider.client(server)) {
            Completion completion = client.complete(PROMPT);
            assertThat(server.violations()).isEmpty();
            assertThat(completion).isEqualTo(new Completion(ANSWER, 1000L, 100L));
            var question = server.questions().get(0);
            assertThat(provider.api().system(question)).isEqualTo(PROMPT.system());
            assertThat(provider.api().user(question)).isEqualTo(PROMPT.user());
            assertThat(question.toString()).contains("\"temperature\":0").contains("model-1");
        }
    }

    /** For Gemini Spring AI has a temperature of its own. */
    @ParameterizedTest
    @EnumSource(names = "GEMINI", mode = EnumSource.Mode.EXCLUDE)
    void sendsNoTemperatureWhenThereIsNone(Provider provider) throws Exception {
        try (ModelServer server = provider.serve();
                ModelProvider client = provider.client(server.baseUrl(), Duration.ofSeconds(10), null)) {
            client.complete(PROMPT);
            assertThat(server.questions().get(0).body().toString()).doesNotContain("temperature");
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsOncePerQuestion(Provider provider) throws Exception {
        try (ModelServer server = provider.serve();
                ModelProvider client = provider.client(server)) {
            for (Reply bad : new Reply[] {
                error(provider, 500),
                error(provider, 503).with("Retry-After", "0"),
                error(provider, 429).with("Retry-After", "0"),
                server.says(ANSWER).ending(Reply.End.CLOSED)
            }) {
                int before = server.calls();
                server.next(bad);
                failure(client);
                assertThat(server.calls()).isEqualTo(before + 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryErrorStatus(Provider provider) throws Exception {
        try (ModelServer server = provider.serve();
                ModelProvider client = provider.client(server)) {
            assertThat(reason(server, client, error(provider, 400))).isEqualTo(FailureReason.REJECTED);
            assertThat(reason(server, client, error(provider, 401))).isEqualTo(FailureReason.UNAUTHORIZED);
            assertThat(reason(server, client, error(provider, 403))).isEqualTo(FailureReason.UNAUTHORIZED);
            assertThat(reason(server, client, error(provider, 404))).isEqualTo(FailureReason.REJECTED);
            assertThat(reason(server, client, error(provider, 429))).isEqualTo(FailureReason.RATE_LIMITED);
            assertThat(reason(server, client, error(provider, 500))).isEqualTo(FailureReason.UNAVAILABLE);
            assertThat(reason(server, client, error(provider, 503))).isEqualTo(FailureReason.UNAVAILABLE);
            assertThat(reason(server, client, error(provider, 529))).isEqualTo(FailureReason.UNAVAILABLE);
            assertThat(reason(server, client, Reply.html(502))).isEqualTo(FailureReason.UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryBrokenResponse(Provider provider) throws Exception {
        try (ModelServer server = provider.serve();
                ModelProvider client = provider.client(server)) {
            Reply good = server.says(ANSWER);
            assertThat(reason(server, client, Reply.html(200))).isEqualTo(FailureReason.UNREADABLE);
            assertThat(reason(server, client, Reply.json(200, ""))).isEqualTo(FailureReason.UNREADABLE);
            assertThat(reason(server, client, Reply.json(200, "[]"))).isEqualTo(FailureReason.UNREADABLE);
            assertThat(reason(server, client, Reply.json(200, good.body().substring(0, 60))))
                    .isEqualTo(FailureReason.UNREADABLE);
            assertThat(reason(server, client, server.says("x".repeat(30_000)))).isEqualTo(FailureReason.UNREADABLE);
            assertThat(reason(server, client, good.ending(Reply.End.TRUNCATED))).isEqualTo(FailureReason.UNAVAILABLE);
            assertThat(reason(server, client, good.ending(Reply.End.CLOSED))).isEqualTo(FailureReason.UNAVAILABLE);
            assertThat(reason(server, client, good.ending(Reply.End.HALF_CLOSED)))
                    .isEqualTo(FailureReason.UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void waitsNoLongerThanItsTimeout(Provider provider) throws Exception {
        try (ModelServer server = provider.serve();
                ModelProvider client = provider.client(server.baseUrl(), Duration.ofMillis(300))) {
            assertThat(reason(server, client, server.says(ANSWER).after(Duration.ofSeconds(30))))
                    .isEqualTo(FailureReason.TIMEOUT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesAnEmptyAnswerForNone(Provider provider) throws Exception {
        try (ModelServer server = provider.serve();
                ModelProvider client = provider.client(server)) {
            server.next(Reply.json(200, provider.api().empty()));
            if (provider == Provider.OLLAMA) {
                assertThat(client.complete(PROMPT).text()).isEmpty();
            } else {
                assertThat(failure(client).reason()).isEqualTo(FailureReason.SCHEMA_IGNORED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "OLLAMA", mode = EnumSource.Mode.EXCLUDE)
    void knowsWhenTheModelDeclines(Provider provider) throws Exception {
        try (ModelServer server = provider.serve();
                ModelProvider client = provider.client(server)) {
            assertThat(reason(server, client, Reply.json(200, provider.api().refusal())))
                    .isEqualTo(FailureReason.REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsAMissingServer(Provider provider) throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (ModelProvider client = provider.client("http://127.0.0.1:" + port, Duration.ofSeconds(1))) {
            assertThat(failure(client)).hasMessage("connection: ConnectException");
        }
    }

    @ParameterizedTest
    @EnumSource
    void followsNoRedirect(Provider provider) throws Exception {
        try (ModelServer server = provider.serve();
                ModelServer elsewhere = provider.serve();
                ModelProvider client = provider.client(server)) {
            for (int status : new int[] {301, 302, 307, 308}) {
                Reply redirect =
                        Reply.json(status, "{}").with("Location", elsewhere.baseUrl() + "/v1/chat/completions");
                assertThat(reason(server, client, redirect)).isEqualTo(FailureReason.REJECTED);
            }
            assertThat(elsewhere.calls()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsNothingOfWhatAProviderWritesIntoAnError(Provider provider) throws Exception {
        try (ModelServer server = provider.serve();
                ModelProvider client = provider.client(server)) {
            for (int status : new int[] {400, 401, 429, 500}) {
                server.next(Reply.json(status, provider.api().error(status, "Incorrect API key provided: " + KEY)));
                assertThat(failure(client).toString())
                        .contains("HTTP " + status)
                        .doesNotContain(KEY, "Incorrect");
            }
            server.next(Reply.json(400, "{\"error\":{\"code\":\"" + KEY + "\",\"type\":\"UNION SELECT\"}}"));
            assertThat(failure(client)).hasMessage("HTTP 400");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7000", "1.5, 1500"})
    void readsHowManySecondsToWait(String header, long millis) throws Exception {
        try (ModelServer server = Provider.OPENAI.serve();
                ModelProvider client = Provider.OPENAI.client(server)) {
            server.next(error(Provider.OPENAI, 429).with("Retry-After", header));
            assertThat(failure(client).retryAfter()).isEqualTo(Duration.ofMillis(millis));
        }
    }

    @Test
    void readsUntilWhenToWait() throws Exception {
        String then = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                java.time.InstantSource.system().instant().plusSeconds(60).atOffset(ZoneOffset.UTC));
        try (ModelServer server = Provider.OPENAI.serve();
                ModelProvider client = Provider.OPENAI.client(server)) {
            server.next(error(Provider.OPENAI, 503).with("Retry-After", then));
            assertThat(Objects.requireNonNull(failure(client).retryAfter()))
                    .isBetween(Duration.ofSeconds(55), Duration.ofSeconds(60));
            server.next(error(Provider.OPENAI, 503).with("Retry-After", "soon"));
            assertThat(failure(client).retryAfter()).isNull();
        }
    }

    @Test
    void readsHowLongToWaitWhereGoogleWritesIt() throws Exception {
        try (ModelServer server = Provider.GEMINI.serve();
                ModelProvider client = Provider.GEMINI.client(server)) {
            server.next(Reply.json(429, new GeminiApi(KEY).rateLimited(34)));
            assertThat(failure(client).retryAfter()).isEqualTo(Duration.ofSeconds(34));
        }
    }

    private static Reply error(Provider provider, int status) {
        return Reply.json(status, provider.api().error(status, "as scripted"));
    }

    private static FailureReason reason(ModelServer server, ModelProvider client, Reply reply) {
        server.next(reply);
        return failure(client).reason();
    }

    private static CallFailedException failure(ModelProvider client) {
        return Objects.requireNonNull(
                catchThrowableOfType(CallFailedException.class, () -> client.complete(PROMPT)), "no failure");
    }
}
