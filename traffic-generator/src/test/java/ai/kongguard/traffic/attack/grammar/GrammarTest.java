package ai.kongguard.traffic.attack.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {

    @Test
    void takesOneOfTheLinesOfARule() {
        assertThat(texts("a ::=\n  one\n  two\n")).containsExactlyInAnyOrder("one", "two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "x«b»y ~ x[bB]y",
                "«o¦p«b»¦»q ~ (o|p[bB]|)q",
                "«?no »more ~ (no )?more",
                "«7..12» ~ [7-9]|1[0-2]",
                "«2..3×../» ~ (\\.\\./){2,3}",
                "«letters 2..3» ~ [a-z]{2,3}",
                "«hex 4..4»«digits 2..2» ~ [0-9a-f]{4}[0-9]{2}",
                "«v:=b»=«=v» ~ b=b|B=B",
                "«v!=b»«=v»«=v» ~ bb|BB",
                "«@upper «b»» ~ B",
                "«@codes «v:=b»»=«=v» ~ 98=b|66=B",
                "(«») ~ \\(\\)",
                "a«nl»b ~ a\\nb",
            })
    void replacesWhatStandsBetweenGuillemets(String line, String pattern) {
        assertThat(texts("a ::=\n  " + line + "\nb ::=\n  b\n  B\n"))
                .isNotEmpty()
                .allMatch(text -> text.matches(pattern), pattern);
    }

    @Test
    void weighsLines() {
        Grammar grammar = Grammar.parse("a ::=\n  9×often\n  seldom\n");
        SplittableRandom random = new SplittableRandom(1);
        long often = Stream.generate(() -> grammar.from("a").apply(random))
                .limit(1_000)
                .filter("often"::equals)
                .count();
        assertThat(often).isBetween(850L, 950L);
    }

    @Test
    void keepsWhatItExtends() {
        Grammar grammar = Grammar.parse("a ::=\n  «v:=b»\nb ::=\n  B\n").extend("c ::=\n  «a»«=v»\n");
        assertThat(grammar.from("c").apply(new SplittableRandom(1))).isEqualTo("BB");
    }

    @Test
    void drawsTheSameForTheSameSource() {
        Grammar grammar = Grammar.parse("a ::=\n  «alnum 20..40»\n");
        assertThat(grammar.from("a").apply(new SplittableRandom(7)))
                .isEqualTo(grammar.from("a").apply(new SplittableRandom(7)))
                .isNotEqualTo(grammar.from("a").apply(new SplittableRandom(8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ::=\n  «missing»\n",
                "a ::=\n  «open\n",
                "a ::=\n  close»\n",
                "a ::=\n  x\na ::=\n  y\n",
                "a ::=\n",
                "  text of no rule\n",
                "a ::=\n  «9..3»\n",
                "a ::=\n  «neither a rule nor a choice»\n",
                "a ::=\n  «letters»\nA ::=\n  x\n",
            })
    void refusesWhatIsNoGrammar(String text) {
        assertThatThrownBy(() -> Grammar.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheRuleThatIsNotThere() {
        assertThatThrownBy(() -> Grammar.parse("a ::=\n  x\n").from("b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No rule b");
    }

    private static Set<String> texts(String grammar) {
        SplittableRandom random = new SplittableRandom(5);
        return Stream.generate(() -> Grammar.parse(grammar).from("a").apply(random))
                .limit(60)
                .collect(Collectors.toSet());
    }
}
