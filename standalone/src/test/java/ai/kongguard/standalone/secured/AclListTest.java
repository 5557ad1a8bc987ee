package ai.kongguard.standalone.secured;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.TopicSpec;
import ai.kongguard.event.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** The one list of rights is what the documentation shows and the containers use. */
class AclListTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void theDocumentationShowsTheListRowByRow() throws IOException {
        List<String> expected = AclRow.all().stream()
                .map(row -> "| `%s` | %s | %s | %s | %s | %s |"
                        .formatted(
                                row.principal(),
                                row.operations(),
                                row.resource(),
                                row.pattern(),
                                row.resourceNames().stream().collect(Collectors.joining("` `", "`", "`")),
                                row.reason()))
                .toList();
        assertThat(Files.readAllLines(ROOT.resolve("docs/security.md")).stream()
                        .filter(line -> line.matches("\\| `[^|]+` \\| [^|]+ \\| (topic|group|transactional-id) \\|.*")))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void everyTopicIsCreatedBySomebodyAndNoOtherIsNamed() {
        List<String> topics = Topics.all().stream().map(TopicSpec::name).toList();
        List<AclRow> literal = AclRow.all().stream()
                .filter(row -> row.isAbout(ResourceType.TOPIC) && row.pattern().equals("literal"))
                .toList();
        assertThat(literal).hasSizeGreaterThan(5).allSatisfy(row -> assertThat(topics)
                .containsAll(row.resourceNames()));
        assertThat(literal)
                .filteredOn(row -> row.granted().anyMatch(AclOperation.CREATE::equals))
                .singleElement()
                .satisfies(row -> assertThat(row.resourceNames()).containsExactlyElementsOf(topics));
    }

    @Test
    void theContainersHaveAPasswordForEveryUserButThoseOfPeople() throws IOException {
        String compose = Files.readString(ROOT.resolve("docker-compose.secure.yml"));
        String example = Files.readString(ROOT.resolve(".env.example"));
        assertThat(SecuredBroker.users())
                .contains("tools")
                .filteredOn(user -> !user.equals("tools"))
                .hasSizeGreaterThan(5)
                .allSatisfy(user -> {
                    String variable = "KAFKA_PASSWORD_" + user.replace('-', '_').toUpperCase(Locale.ROOT);
                    assertThat(compose)
                            .contains(variable + ": ${" + variable + ":?")
                            .contains("username=\"" + user + "\" password=\"${" + variable + "}\"");
                    assertThat(example).contains(variable + "=\n");
                });
    }
}
