package ai.kongguard.traffic.benign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.traffic.JsonText;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class BenignGrammarTest {

    private final Grammar base = Grammar.create().words("noun", " it's ").checked();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a ‹noun›.,            a it's.",
                "‹^noun›,              It's",
                "‹!noun›,              IT'S",
                "‹\"noun›,             \"it's\"",
                "‹'noun›,              `'it''s'`",
                "‹%noun›,              it%27s",
                "‹#7-7›‹x|x›,          7x",
                "one¶two,              `one\ntwo`"
            })
    void slotsAreFilled(String text, String expected) {
        Grammar grammar = base.extend().lines("any", text).checked();
        assertThat(grammar.draw(new SplittableRandom(1), "any")).isEqualTo(expected);
    }

    @Test
    void rulesRepeatAndBlocksKeepTheirLines() {
        Grammar grammar = base.extend()
                .repeat("nouns", "noun", 3, 3, ", ")
                .blocks("both", "‹nouns›\n====\n‹nouns›")
                .checked();
        assertThat(grammar.draw(new SplittableRandom(1), "both")).isEqualTo("it's, it's, it's");
    }

    @Test
    void aMissingRuleIsNamed() {
        assertThatThrownBy(() -> base.extend().lines("any", "‹verb›").checked()).hasMessageContaining("verb");
    }

    @Test
    void anyTextCanBeQuotedForJson() {
        String text = "a\"b\\c\nd\te\u0001f é 🎸 \u2028";
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readTree(JsonText.quote(text)).asString()).isEqualTo(text);
        assertThat(json.readTree(JsonText.quoteAscii(text)).asString()).isEqualTo(text);
        assertThat(JsonText.quoteAscii(text).chars()).allMatch(c -> c < 0x7f);
    }
}
