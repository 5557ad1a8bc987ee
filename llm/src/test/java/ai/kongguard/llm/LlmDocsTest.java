package ai.kongguard.llm;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.llm.provider.FailureReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documents say of defaults, variables and reasons is what the code does. */
class LlmDocsTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):");

    @Test
    void everyDefaultAndVariableIsInTheRowOfItsProperty() throws IOException {
        Properties defaults = new Properties();
        try (var in = LlmDocsTest.class.getResourceAsStream("/llm.properties")) {
            defaults.load(in);
        }
        assertThat(defaults).hasSizeGreaterThan(15);
        List<String> lines = Files.readAllLines(DOCS.resolve("config.md"));
        defaults.forEach((property, value) -> {
            String row = lines.stream()
                    .filter(line -> line.startsWith("| `" + property + "` |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no row for " + property));
            Matcher variables = VARIABLE.matcher(value.toString());
            String last = value.toString();
            while (variables.find()) {
                assertThat(row).contains("`" + variables.group(1) + "`");
                last = value.toString().substring(variables.end()).replace("}", "");
            }
            for (String part : last.split(",", -1)) {
                assertThat(row).contains(part);
            }
        });
    }

    @Test
    void everyReasonIsDescribed() throws IOException {
        String text = Files.readString(DOCS.resolve("reviewers.md"));
        for (FailureReason reason : FailureReason.values()) {
            Matcher row = Pattern.compile("\\| `" + reason.code() + "` \\|[^|]+\\| (yes|no) \\| (yes|no)")
                    .matcher(text);
            assertThat(row.find()).as(reason.code()).isTrue();
            assertThat(row.group(1).equals("yes")).as(reason.code() + " again").isEqualTo(reason.passes());
            assertThat(row.group(2).equals("yes"))
                    .as(reason.code() + " breaker")
                    .isEqualTo(reason.isProviders());
        }
    }
}
