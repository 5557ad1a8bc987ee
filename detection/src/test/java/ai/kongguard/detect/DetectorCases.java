package ai.kongguard.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of {@code testdata}: one folder per detector with what it must block, and one with what nobody may. */
final class DetectorCases {

    static final String BENIGN = "benign";

    private static final Path FOLDER = Path.of("src/test/resources/testdata");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DetectorCases() {}

    static List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    static List<String> of(String folder) throws IOException {
        List<String> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            for (Path file : files.sorted().toList()) {
                JsonNode root = JSON.readTree(Files.readAllBytes(file));
                assertThat(root.get("source").asString())
                        .as("source of %s", file)
                        .isNotBlank();
                root.get("cases").forEach(one -> cases.add(one.asString()));
            }
        }
        return cases;
    }
}
