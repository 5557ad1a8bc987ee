package ai.kongguard.standalone.secured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A row of the one list of rights.
 *
 * @param principal a user, with {@code TIER} in the place of a tier
 * @param operations by Kafka's names without spaces, several with a space between
 * @param resource {@code topic}, {@code group} or {@code transactional-id}
 * @param pattern {@code literal} or {@code prefixed}
 * @param names without prefix, several with a space between
 * @param reason why it is needed
 */
record AclRow(String principal, String operations, String resource, String pattern, String names, String reason) {

    static final Path FILE = Path.of("..", "deploy", "kafka", "acls.csv");

    /** All rows, in the order of the file. */
    static List<AclRow> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new AclRow(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user of a tier's analyzers, or the same as before. */
    AclRow of(String tier) {
        return new AclRow(
                principal.replace("TIER", tier), operations, resource, pattern, names.replace("TIER", tier), reason);
    }

    boolean isAbout(ResourceType type) {
        return type() == type;
    }

    List<String> resourceNames() {
        return Arrays.asList(names.split(" "));
    }

    Stream<AclOperation> granted() {
        return Arrays.stream(operations.split(" "))
                .map(operation -> AclOperation.valueOf(
                        operation.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT)));
    }

    Stream<AclBinding> bindings(String prefix) {
        return resourceNames().stream()
                .map(name -> new ResourcePattern(type(), prefix + name, patternType()))
                .flatMap(resource -> granted()
                        .map(operation -> new AclBinding(
                                resource,
                                new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW))));
    }

    private ResourceType type() {
        return ResourceType.valueOf(resource.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private PatternType patternType() {
        return PatternType.valueOf(pattern.toUpperCase(Locale.ROOT));
    }
}
