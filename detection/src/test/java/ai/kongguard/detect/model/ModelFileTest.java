package ai.kongguard.detect.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelFileTest {

    private final byte[] file = ModelFile.write(LocalModel.bundled());

    @Test
    void aModelSurvivesItsFile() throws Exception {
        LocalModel read = ModelFile.read(file);
        assertThat(read.info()).isEqualTo(LocalModel.bundled().info());
        assertThat(read.scale()).isEqualTo(LocalModel.bundled().scale());
        assertThat(ModelFile.write(read)).isEqualTo(file);
        assertThat(file.length).isLessThan(3_000_000);
    }

    @Test
    void whatIsNoModelIsRefused() {
        assertRefused(new byte[0], "does not begin with KGMODEL");
        assertRefused(
                "hello, I am no model, though I am long enough to be one"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "KGMODEL");
    }

    @Test
    void anotherFormatAndOtherFeaturesAreNamed() {
        byte[] format = file.clone();
        format[7] = 9;
        assertRefused(format, "Its format is 9; this release reads 1");
        byte[] features = file.clone();
        features[10] ^= 1;
        assertRefused(features, "trained for other features");
    }

    @Test
    void aCutOrChangedFileIsRefusedWhereverThatIs() {
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            byte[] changed = file.clone();
            changed[16 + random.nextInt(file.length - 16)] ^= (byte) (1 << random.nextInt(8));
            assertRefused(changed, "checksum is wrong");
            assertRefused(Arrays.copyOf(file, 48 + random.nextInt(file.length - 48)), "checksum is wrong");
        }
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> ModelFile.read(bytes))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining(reason);
    }
}
