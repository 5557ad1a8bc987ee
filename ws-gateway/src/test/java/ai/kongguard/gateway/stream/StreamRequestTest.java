package ai.kongguard.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.event.Action;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestEvents;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamRequestTest {

    private static final Verdict ATTACK =
            TestEvents.verdict("e", "203.0.113.1", "local", Action.BLOCK, ThreatType.XSS, TestEvents.NOW);

    @Test
    void readsEveryPart() {
        StreamRequest request = StreamRequest.of(Map.of(
                "tier", List.of("local, cloud", "third"),
                "min_score", List.of("0.3"),
                "type", List.of("sql,xss"),
                "action", List.of("block", "rate_limit"),
                "source", List.of("kong"),
                "path", List.of("/api/"),
                "rate", List.of("20"),
                "cursor", List.of("0-5"),
                "history", List.of("500")));
        StreamFilter filter = request.filter();
        assertThat(filter.tiers()).containsExactlyInAnyOrder("local", "cloud", "third");
        assertThat(filter.minScore()).isEqualTo(0.3);
        assertThat(filter.types()).containsExactlyInAnyOrder(ThreatType.SQL_INJECTION, ThreatType.XSS);
        assertThat(filter.actions()).containsExactlyInAnyOrder(Action.BLOCK, Action.RATE_LIMIT);
        assertThat(filter.sources()).containsExactly("kong");
        assertThat(filter.path()).isEqualTo("/api/");
        assertThat(request.rate()).isEqualTo(20);
        assertThat(request.cursor()).isEqualTo(Cursor.parse("0-5"));
        assertThat(request.history()).isEqualTo(500);
        assertThat(StreamRequest.of(Map.of("history", List.of("")))).isEqualTo(StreamRequest.ALL);
        assertThat(StreamRequest.of(Map.of())).isEqualTo(StreamRequest.ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "tier,cloud,false",
        "tier,local,true",
        "min_score,1,false",
        "min_score,0.5,true",
        "type,sql_injection,false",
        "type,xss,true",
        "action,allow,false",
        "action,'allow,block',true",
        "source,nobody,false",
        "path,/nowhere,false",
        "path,/,true"
    })
    void matchesOnEachPart(String name, String value, boolean matches) {
        assertThat(StreamRequest.of(Map.of(name, List.of(value))).filter().matches(ATTACK))
                .isEqualTo(matches);
        assertThat(StreamFilter.ALL.matches(ATTACK)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "min_score,1.1",
        "min_score,NaN",
        "min_score,high",
        "type,bad_type",
        "action,stop",
        "rate,0",
        "rate,-1",
        "rate,many",
        "cursor,newest",
        "history,-1",
        "history,501",
        "history,all",
        "tiers,local"
    })
    void namesTheParameterThatCannotBeUsed(String name, String value) {
        assertThatThrownBy(() -> StreamRequest.of(Map.of(name, List.of(value))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith(name + " ")
                .extracting(e -> ((InvalidParameterException) e).parameter())
                .isEqualTo(name);
    }

    @Test
    void boundsWhatAClientMayAskFor() {
        List<String> many = Collections.nCopies(2, "x".repeat(2_000));
        assertThatThrownBy(() -> StreamRequest.of(Map.of("tier", many))).hasMessageContaining("1024");
        assertThatThrownBy(() -> StreamRequest.of(Map.of("path", List.of("/".repeat(2_000)))))
                .hasMessageContaining("1024");
        List<String> different =
                java.util.stream.IntStream.range(0, 33).mapToObj(i -> "t" + i).toList();
        assertThatThrownBy(() -> StreamRequest.of(Map.of("source", different))).hasMessageContaining("32 values");
        assertThatThrownBy(() -> StreamRequest.of(Map.of("rate", List.of("1", "2"))))
                .hasMessageContaining("once");
    }
}
