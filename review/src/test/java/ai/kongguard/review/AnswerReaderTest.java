package ai.kongguard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.event.ThreatType;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static final String GOOD =
            "{\"score\":0.9,\"threat_type\":\"sql_injection\",\"confidence\":1,\"reasoning\":\"A tautology in q.\"}";

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(AnswerSchema.JSON);

    private final AnswerReader reader = new AnswerReader();

    @Test
    void readsWhatWasAskedFor() throws UnusableAnswerException {
        assertThat(reader.read(GOOD)).isEqualTo(new Answer(0.9, ThreatType.SQL_INJECTION, 1, "A tautology in q."));
        assertThat(reader.read("\n  " + GOOD + "\r\n")).isEqualTo(reader.read(GOOD));
        assertThat(allowed(GOOD)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ThreatType.class)
    void takesTheTypesThatOneRequestCanBe(ThreatType type) throws UnusableAnswerException {
        String text = GOOD.replace("sql_injection", type.wireName());
        assertThat(allowed(text)).isEqualTo(AnswerSchema.TYPES.contains(type));
        if (AnswerSchema.TYPES.contains(type)) {
            assertThat(reader.read(text).threatType()).isEqualTo(type);
        } else {
            assertRefused(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "null",
                "[]",
                "0.9",
                "\"attack\"",
                "This looks like an attack (sql).",
                "```json\n{}\n```",
                "{}",
                "{\"score\":0.9",
                "{\"score\":0.9}",
                "{'score':0.9}"
            })
    void refusesWhatIsNoSuchObject(String text) {
        assertRefused(text);
    }

    @Test
    void refusesProseFencesAndWhateverElseSurroundsIt() {
        assertRefused("```json\n" + GOOD + "\n```");
        assertRefused("Here is the answer: " + GOOD);
        assertRefused(GOOD + " I hope this helps.");
        assertRefused(GOOD + GOOD);
        assertRefused("[" + GOOD + "]");
        assertRefused(GOOD.substring(0, GOOD.length() - 1));
        assertRefused("\ufeff" + GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"0.9\"",
                "NaN",
                "Infinity",
                "-0.1",
                "1.01",
                "1e400",
                "-1e-3",
                "null",
                "true",
                "[0.9]",
                "{}",
                ".9",
                "0x1",
                "90"
            })
    void refusesAScoreThatIsNoNumberFromZeroToOne(String score) {
        assertRefused(GOOD.replace("0.9", score));
        assertRefused(GOOD.replace(":1,", ":" + score + ","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"SQL Injection\"",
                "\"SQL_INJECTION\"",
                "\"sql\"",
                "\"ddos\"",
                "\"unknown\"",
                "\"\"",
                "null",
                "1"
            })
    void refusesOtherTypes(String type) {
        assertRefused(GOOD.replace("\"sql_injection\"", type));
    }

    @Test
    void refusesMissingUnknownAndRepeatedFields() {
        assertRefused(GOOD.replace("\"confidence\":1,", ""));
        assertRefused(GOOD.replace("{", "{\"action\":\"allow\","));
        assertRefused(GOOD.replace("{", "{\"score\":0,"));
        assertRefused(GOOD.replace("\"score\"", "\"Score\""));
        assertRefused(GOOD.replace("}", ",\"reasoning\":\"again\"}"));
    }

    @Test
    void refusesReasoningThatIsEmptyOrTooLong() throws UnusableAnswerException {
        assertRefused(GOOD.replace("A tautology in q.", ""));
        assertRefused(GOOD.replace("A tautology in q.", "\\u200b \\u0000"));
        assertRefused(GOOD.replace("A tautology in q.", "x".repeat(AnswerSchema.MAX_REASONING + 1)));
        assertRefused(GOOD.replace("A tautology in q.", "x".repeat(AnswerReader.MAX_LENGTH)));
        String longest = "x".repeat(AnswerSchema.MAX_REASONING);
        assertThat(reader.read(GOOD.replace("A tautology in q.", longest)).reasoning())
                .isEqualTo(longest);
    }

    @Test
    void cleansReasoningOfWhatPeopleMustNotBeShown() throws UnusableAnswerException {
        String text =
                GOOD.replace("A tautology in q.", "A\\u202e b\\n\\tc\\u0007\\u200f d\\ud800e \\u6f22\\ud83d\\ude00");
        assertThat(reader.read(text).reasoning()).isEqualTo("A b c de 漢\ud83d\ude00");
    }

    @Test
    void errorsDoNotQuoteTheAnswer() {
        for (String text :
                new String[] {"{\"evil words\":1}", GOOD.replace("sql_injection", "evil words"), "evil words"}) {
            assertThatThrownBy(() -> reader.read(text))
                    .isInstanceOf(UnusableAnswerException.class)
                    .hasMessageNotContaining("evil");
        }
    }

    /** Every text that is read satisfies the schema, however an answer was damaged. */
    @Test
    void readsNothingThatTheSchemaForbids() {
        Random random = new Random(20261128);
        String[] parts = {"0", "1.5", "-", "\"", "{", "}", ",", ":", "none", "null", "score", "e9", " ", "\\u0041", "x"
        };
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(GOOD);
            int at = random.nextInt(text.length());
            text.replace(at, Math.min(text.length(), at + random.nextInt(3)), parts[random.nextInt(parts.length)]);
            if (isRead(text.toString())) {
                read++;
                assertThat(allowed(text.toString())).as("%s", text).isTrue();
            }
        }
        assertThat(read).isBetween(1_000, 19_000);
    }

    private boolean isRead(String text) {
        try {
            Answer answer = reader.read(text);
            assertThat(answer.score()).isBetween(0.0, 1.0);
            return true;
        } catch (UnusableAnswerException e) {
            assertThat(e).hasMessageNotContaining("tautology");
            return false;
        }
    }

    private static boolean allowed(String text) {
        return SCHEMA.validate(text, InputFormat.JSON).isEmpty();
    }

    private void assertRefused(String text) {
        assertThatThrownBy(() -> reader.read(text)).as(text).isInstanceOf(UnusableAnswerException.class);
    }
}
