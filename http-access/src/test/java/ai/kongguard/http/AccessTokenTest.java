package ai.kongguard.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

    private final AccessToken token = new AccessToken("s3cret-\u00e9");

    @Test
    void isFoundAsABearerTokenAndAsAPassword() {
        assertThat(token.isIn("Bearer s3cret-\u00e9")).isTrue();
        assertThat(token.isIn("bearer  s3cret-\u00e9 ")).isTrue();
        assertThat(token.isIn("Basic " + base64("anybody:s3cret-\u00e9"))).isTrue();
        assertThat(token.isIn("Basic " + base64(":s3cret-\u00e9"))).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer s3cret",
                "Bearer s3cret-\u00e9\u00e9",
                "s3cret-\u00e9",
                "Basic !",
                "Basic ",
                "Digest s3cret-\u00e9"
            })
    void isNotFoundInAnythingElse(String authorization) {
        assertThat(token.isIn(authorization)).isFalse();
    }

    @Test
    void noneMatchesNothing() {
        AccessToken none = new AccessToken("");
        assertThat(none.isSet()).isFalse();
        assertThat(none.matches("")).isFalse();
        assertThat(none.isIn("Bearer ")).isFalse();
        assertThat(none.isIn("Basic " + base64(":"))).isFalse();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
