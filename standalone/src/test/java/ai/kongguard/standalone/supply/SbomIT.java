package ai.kongguard.standalone.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every jar that runs tells what is in it: exactly that, and under which licences. */
class SbomIT {

    private static final String SBOM = "META-INF/sbom/application.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    /** Put in by Spring Boot when it packs, for {@code -Djarmode=tools}; no dependency of ours, and not loaded to run. */
    private static final String PACKER = "spring-boot-jarmode-tools-";

    /** Lists of dependencies, without classes: Spring Boot leaves these jars out. */
    private static final String STARTER = "spring-boot-starter";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "standalone/target/kong-guard-ai.jar",
                "ingest-service/target/*-exec.jar",
                "analyzer-service/target/*-exec.jar",
                "metrics-streams/target/*-exec.jar",
                "ws-gateway/target/*-exec.jar"
            })
    void listsWhatIsInTheJar(String place) throws Exception {
        try (JarFile jar = new JarFile(find(place).toFile())) {
            Map<String, JsonNode> listed = new TreeMap<>();
            assertThat(jar.getEntry(SBOM))
                    .as("%s, which Maven makes when it is online and no -Dcyclonedx.skip", SBOM)
                    .isNotNull();
            JsonNode sbom = JsonMapper.builder().build().readTree(jar.getInputStream(jar.getEntry(SBOM)));
            for (JsonNode component : sbom.get("components")) {
                if (!component.get("name").asString().startsWith(STARTER)) {
                    listed.put(sha256(component), component);
                }
            }
            Map<String, String> packed = libraries(jar);
            assertThat(packed).hasSizeGreaterThan(20);
            assertThat(listed.keySet())
                    .as("by SHA-256: %s", packed)
                    .containsExactlyInAnyOrderElementsOf(packed.keySet());
            assertThat(listed.values())
                    .as("components without a licence")
                    .allMatch(component -> !component.path("licenses").isEmpty());
            assertThat(sbom.has("serialNumber")).isFalse();
            assertThat(jar.getManifest().getMainAttributes().getValue("Sbom-Location"))
                    .isEqualTo(SBOM);
        }
    }

    /** File names of the jar's libraries, by SHA-256. */
    private static Map<String, String> libraries(JarFile jar) throws IOException, NoSuchAlgorithmException {
        Map<String, String> libraries = new TreeMap<>();
        for (var entry : jar.stream().toList()) {
            String name = entry.getName();
            if (name.startsWith(LIBRARIES) && name.endsWith(".jar") && !name.startsWith(LIBRARIES + PACKER)) {
                try (InputStream in = jar.getInputStream(entry)) {
                    byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
                    libraries.put(HexFormat.of().formatHex(digest), name);
                }
            }
        }
        return libraries;
    }

    private static String sha256(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.get("alg").asString().equals("SHA-256")) {
                return hash.get("content").asString();
            }
        }
        return "none of " + component.get("purl").asString();
    }

    private static Path find(String place) throws IOException {
        Path pattern = Path.of("..", place);
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                pattern.getParent(), pattern.getFileName().toString())) {
            files.forEach(found::add);
        }
        assertThat(found).as(place).hasSize(1);
        return found.get(0);
    }
}
