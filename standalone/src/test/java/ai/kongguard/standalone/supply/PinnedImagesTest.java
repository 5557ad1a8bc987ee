package ai.kongguard.standalone.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every image that is built on or started has a version, and a digest can be given for those that are built on. */
class PinnedImagesTest {

    private static final Path ROOT = Path.of("..");

    /** A tag that names a version, or a digest. */
    private static final Pattern PINNED = Pattern.compile("[\\w./-]+(:[\\w.-]*\\d[\\w.-]*|@sha256:[0-9a-f]{64})");

    private static final Pattern IMAGE = Pattern.compile("^\\s*(?:- )?image:[ \t]+\"?([^\\s\"]+)", Pattern.MULTILINE);
    private static final Pattern ARG = Pattern.compile("^ARG (\\w+)=(\\S+)", Pattern.MULTILINE);
    private static final Pattern FROM = Pattern.compile("^FROM (\\S+)", Pattern.MULTILINE);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+:-([^}]+)}");

    @Test
    void whatIsStartedHasAVersion() throws IOException {
        List<String> images = new ArrayList<>();
        for (Path file : descriptions()) {
            all(IMAGE, Files.readString(file)).stream()
                    // Put together by Helm, or from parts.
                    .filter(image -> !image.startsWith("{"))
                    .forEach(images::add);
        }
        assertThat(images).hasSizeGreaterThan(8).allMatch(PinnedImagesTest::isPinned);
    }

    @Test
    void whatIsBuiltOnHasAVersionAndCanBeADigest() throws IOException {
        String file = Files.readString(ROOT.resolve("Dockerfile"));
        List<String> defaults = new ArrayList<>();
        Matcher args = ARG.matcher(file);
        while (args.find()) {
            defaults.add(args.group(2));
        }
        assertThat(defaults).hasSize(2).allMatch(PinnedImagesTest::isPinned);
        assertThat(all(FROM, file)).hasSize(3).allMatch(image -> image.matches("\\$\\{(MAVEN|JRE)_IMAGE}"));
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, false",
        "nginx:latest, false",
        "nginx:alpine, false",
        "nginx:1.27-alpine, true",
        "a/b:${V:-0.1.0-SNAPSHOT}, true",
        "a/b:${V:-latest}, false",
        "nginx@sha256:abc, false"
    })
    void tellsAVersionFromNone(String image, boolean pinned) {
        assertThat(isPinned(image)).isEqualTo(pinned);
    }

    private static boolean isPinned(String image) {
        return PINNED.matcher(VARIABLE.matcher(image).replaceAll("$1")).matches();
    }

    private static List<Path> descriptions() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Stream<Path> found : List.of(Files.list(ROOT), Files.walk(ROOT.resolve("deploy")))) {
            try (found) {
                found.filter(file -> file.getFileName().toString().matches(".*\\.ya?ml"))
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
