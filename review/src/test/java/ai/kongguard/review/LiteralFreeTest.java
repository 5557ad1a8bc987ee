package ai.kongguard.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralFreeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 OR 1=1 | 7 or 31=31",
                "name = 'alice' | name =  \"bob\" | ",
                "x' or '1'='1 | x' OR '9'='9",
                "sleep(5)-- | sleep(12.5)--",
                "id=0x1f | id=0xa9b2",
                "f81d4fae-7dec-11d0-a765-00a0c91e6bf6' | 550e8400-e29b-41d4-a716-446655440000'",
                "a8f3k2m9q1' | z1y2x3w4v5u6'",
                "http://93.184.216.34/x?a | http://8.8.8.8/x?a",
                "from 198.51.100.7! | from 203.0.113.99!"
            })
    void onePayloadWithOtherLiteralsIsTheSame(String one, String other) {
        assertThat(LiteralFree.of(one).replace('"', '\''))
                .isEqualTo(LiteralFree.of(other).replace('"', '\''));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "please select & update my order | 1' union select password from users--",
                "a' is not the letter 'b | a' or name is not null and '1",
                "x='or' or 1 | x='it' and 1",
                "rock'n'roll | rock'or'roll",
                "http://93.184.216.34/ | http://169.254.169.254/",
                "http://93.184.216.34/ | http://10.0.0.1/",
                "http://2130706433/ | http://1572395042/",
                "char(72,105,33,33) | char(97,108,101,114)",
                "\\x48\\x69 | \\x3c\\x73",
                "&#72; | &#60;",
                "sleep(5) | benchmark(5)",
                "-1 | 1",
                "rO0ABXNyABFqYXZh1a2b' | rO0ABXNyABFqYXZh3c4d'"
            })
    void whatMeansSomethingElseIsNot(String one, String other) {
        assertThat(LiteralFree.of(one)).isNotEqualTo(LiteralFree.of(other));
    }
}
