package ai.kongguard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NeedsHelmTest {

    /** Where the build asks for the library, nothing is skipped. */
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void helmsLibraryIsThere() {
        assertThat(NeedsHelm.Library.isThere()).isTrue();
    }
}
