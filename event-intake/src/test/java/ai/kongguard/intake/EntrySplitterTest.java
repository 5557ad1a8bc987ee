package ai.kongguard.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntrySplitterTest {

    private static final Set<String> FIELDS = Set.of("a", "b", "request");

    @Test
    void takesAnObjectAnArrayAndObjectsOneAfterAnother() throws IOException {
        assertThat(split("{\"a\":1}")).containsExactly("{\"a\":1}");
        assertThat(split(" [ {\"a\":1} , {\"b\":[{}]} ] ")).containsExactly("{\"a\":1}", "{\"b\":[{}]}");
        assertThat(split("{\"a\":1}{\"b\":2}\n{\"a\":3}")).containsExactly("{\"a\":1}", "{\"b\":2}", "{\"a\":3}");
        assertThat(split("\ufeff[{\"a\":1}]")).containsExactly("{\"a\":1}");
        assertThat(split("")).isEmpty();
        assertThat(split(" [] \n")).isEmpty();
    }

    @Test
    void tellsTheLineInWhichAnElementBegins() throws IOException {
        assertThat(lines("[{\"a\":1},\n\n{\"a\":\n1},{\"b\":2}\n,{\"b\":3}]", 100))
                .containsExactly(1L, 3L, 4L, 5L);
        assertThat(lines("{\"a\":1}\noops\n\n{\"a\":2}\n", 100)).containsExactly(1L, 2L, 4L);
        String large = "{\"a\":\"" + "x\n".repeat(200_000) + "\"}";
        assertThat(lines("[" + large + ",\n{\"b\":2}]", 1000)).containsExactly(1L, 200_002L);
    }

    private static List<Long> lines(String body, int maxElementBytes) throws IOException {
        EntrySplitter splitter = splitter(body, maxElementBytes, false);
        List<Long> lines = new ArrayList<>();
        while (splitter.next() != null) {
            lines.add(splitter.line());
        }
        return lines;
    }

    @Test
    void keepsBracketsAndQuotesInsideStrings() throws IOException {
        String entry = "{\"a\":\"}],{\\\"b\\\\\",\"b\":\"\\\\\\\"{\"}";
        assertThat(split("[" + entry + "," + entry + "]")).containsExactly(entry, entry);
    }

    @Test
    void readsAnObjectOverManyLinesAsOne() throws IOException {
        String pretty = "{\n  \"a\": {\n    \"b\": 1\n  }\n}";
        assertThat(split(pretty)).containsExactly(pretty);
        assertThat(split("{\"a\":\n{\"b\":1}}")).containsExactly("{\"a\":\n{\"b\":1}}");
    }

    @Test
    void aBrokenLineCostsNoOther() throws IOException {
        assertThat(split("{\"a\":{\"b\":1}\n{\"a\":2}\r\n\n{\"a\":\"x}\n{\"a\":3}\n"))
                .containsExactly("{\"a\":{\"b\":1}", "{\"a\":2}", "{\"a\":\"x}", "{\"a\":3}");
    }

    @Test
    void believesASenderWhoSaysLines() throws IOException {
        assertThat(collect(splitter("oops\n{\"a\":1}", 100, true))).containsExactly("oops", "{\"a\":1}");
    }

    @Test
    void aBrokenElementOfAnArrayCostsNoOther() throws IOException {
        assertThat(split("[{\"a\":tru},{\"b\":2}]")).containsExactly("{\"a\":tru}", "{\"b\":2}");
        assertThat(split("[{\"a\":{\"b\":1},{\"a\":2},{\"a\":3}]"))
                .containsExactly("{\"a\":{\"b\":1}", "{\"a\":2}", "{\"a\":3}");
        assertThat(split("[{\"a\":\"open},{\"a\":2},{\"a\":3}]"))
                .containsExactly("{\"a\":\"open}", "{\"a\":2}", "{\"a\":3}");
        assertThat(split("[1,\"x,y\",null,{\"a\":2}]")).containsExactly("1", "\"x,y\"", "null", "{\"a\":2}");
    }

    @Test
    void cutsAnOversizeElementAndGoesOn() throws IOException {
        String large = "{\"a\":\"" + "x".repeat(500_000) + "\"}";
        EntrySplitter splitter = splitter("[{\"a\":1}," + large + ",{\"b\":2}]", 1000, false);
        assertThat(text(next(splitter))).isEqualTo("{\"a\":1}");
        Entry cut = next(splitter);
        assertThat(cut.isOversize()).isTrue();
        assertThat(cut.length()).isEqualTo(1000);
        assertThat(cut.size()).isEqualTo(large.length());
        assertThat(text(next(splitter))).isEqualTo("{\"b\":2}");
        assertThat(splitter.next()).isNull();
    }

    @Test
    void anElementThatNeverEndsCostsNoOtherOfALargeBatch() throws IOException {
        StringBuilder body = new StringBuilder("[{\"a\":{");
        IntStream.range(0, 50_000)
                .forEach(i -> body.append(",{\"request\":").append(i).append('}'));
        List<String> entries = collect(splitter(body.append(']').toString(), 1000, false));
        assertThat(entries).hasSize(50_001);
        assertThat(entries.get(0)).isEqualTo("{\"a\":{");
        assertThat(entries.get(50_000)).isEqualTo("{\"request\":49999}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 65_536})
    void findsTheSameElementsHoweverTheBytesArrive(int atOnce) throws IOException {
        String body = "[" + "{\"a\":\"é漢\\\"\"}, ".repeat(9_000) + "{\"a\":tru}]";
        EntrySplitter splitter =
                new EntrySplitter(trickle(body.getBytes(UTF_8), atOnce), 1000, false, FIELDS::contains);
        List<String> entries = collect(splitter);
        assertThat(entries).hasSize(9_001);
        assertThat(entries.subList(0, 9_000)).containsOnly("{\"a\":\"é漢\\\"\"}");
    }

    @Test
    void tellsWhetherAnElementIsAscii() throws IOException {
        EntrySplitter splitter = splitter("[{\"a\":\"x\"},{\"a\":\"é\"}]", 100, false);
        assertThat(next(splitter).ascii()).isTrue();
        assertThat(next(splitter).ascii()).isFalse();
    }

    @Test
    void endsForAnyBytes() throws IOException {
        Random random = new Random(20261124);
        byte[] alphabet = "{}[]\",:\\ab \n\u00e9".getBytes(UTF_8);
        for (int i = 0; i < 5_000; i++) {
            byte[] body = new byte[random.nextInt(300)];
            for (int j = 0; j < body.length; j++) {
                body[j] = alphabet[random.nextInt(alphabet.length)];
            }
            boolean lines = random.nextBoolean();
            EntrySplitter splitter =
                    new EntrySplitter(trickle(body, 1 + random.nextInt(50)), 40, lines, FIELDS::contains);
            long bytes = 0;
            for (Entry entry = splitter.next(); entry != null; entry = splitter.next()) {
                assertThat(entry.length()).isBetween(1, 40);
                bytes += entry.size();
            }
            assertThat(bytes).isLessThanOrEqualTo(body.length);
        }
    }

    private static List<String> split(String body) throws IOException {
        return collect(splitter(body, 10_000, false));
    }

    private static EntrySplitter splitter(String body, int maxElement, boolean lines) {
        return new EntrySplitter(new ByteArrayInputStream(body.getBytes(UTF_8)), maxElement, lines, FIELDS::contains);
    }

    private static List<String> collect(EntrySplitter splitter) throws IOException {
        List<String> entries = new ArrayList<>();
        for (Entry entry = splitter.next(); entry != null; entry = splitter.next()) {
            entries.add(text(entry));
        }
        return entries;
    }

    private static Entry next(EntrySplitter splitter) throws IOException {
        return Objects.requireNonNull(splitter.next());
    }

    private static String text(Entry entry) {
        return new String(entry.buffer(), entry.offset(), entry.length(), UTF_8);
    }

    private static InputStream trickle(byte[] bytes, int atOnce) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, atOnce));
            }
        };
    }
}
