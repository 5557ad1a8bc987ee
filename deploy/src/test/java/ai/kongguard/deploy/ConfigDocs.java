package ai.kongguard.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Rows of docs/config.md, which another test holds against the services. */
final class ConfigDocs {

    /** Chapter by the environment's name of each property. */
    private final Map<String, String> chapters = new HashMap<>();

    private final Map<String, String> defaults = new HashMap<>();

    ConfigDocs() {
        String chapter = "";
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                chapter = line.substring(3);
            } else if (line.startsWith("| `kongguard.")) {
                String[] cells = line.split("\\|");
                chapters.put(cells[cells.length - 1].replace("`", "").strip(), chapter);
                defaults.put(
                        cells[1].replace("`", "").strip(),
                        cells[2].replace("`", "").strip());
            }
        }
    }

    /** The chapter that describes what this variable sets; empty when nothing does. */
    String chapter(String variable) {
        String kafka = "KONGGUARD_KAFKA_PROPERTIES";
        return chapters.getOrDefault(variable.startsWith(kafka + "_") ? kafka : variable, "");
    }

    String defaultOf(String property) {
        return defaults.getOrDefault(property, "");
    }

    private static Iterable<String> lines() {
        try {
            return Files.readAllLines(Path.of("..", "docs", "config.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
