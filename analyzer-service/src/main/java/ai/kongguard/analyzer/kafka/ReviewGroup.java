package ai.kongguard.analyzer.kafka;

import ai.kongguard.kafka.KafkaAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The share group in which reviewers share their work: made ready once, at the start, or found impossible. */
public final class ReviewGroup {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewGroup.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String FEATURE = "share.version";

    private final String name;
    private final @Nullable String trouble;

    private ReviewGroup(String name, @Nullable String trouble) {
        this.name = name;
        this.trouble = trouble;
    }

    /** Sets the group up; what the cluster refuses is logged and told by {@link #trouble()}. */
    public static ReviewGroup prepare(KafkaAccess kafka, String name) {
        try (Admin admin = Admin.create(kafka.adminConfig("review-group"))) {
            String trouble = lacksShareGroups(admin)
                    ? "The Kafka cluster has no share groups (feature share.version), so nothing is reviewed"
                    : null;
            if (trouble == null) {
                configure(admin, name);
            } else {
                LOG.error(trouble);
            }
            return new ReviewGroup(name, trouble);
        } catch (ExecutionException | TimeoutException e) {
            String trouble = "The share group " + name + " cannot be set up, so nothing is reviewed: " + e.getMessage();
            LOG.error(trouble, e);
            return new ReviewGroup(name, trouble);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ReviewGroup(name, "The start was interrupted, so nothing is reviewed");
        }
    }

    /** Its full name. */
    public String name() {
        return name;
    }

    /** A sentence about why it cannot be used; null when it can. */
    public @Nullable String trouble() {
        return trouble;
    }

    private static boolean lacksShareGroups(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        FinalizedVersionRange version = admin.describeFeatures()
                .featureMetadata()
                .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .finalizedFeatures()
                .get(FEATURE);
        return version == null || version.maxVersionLevel() < 1;
    }

    /** Only committed escalations, whose verdicts are committed too, and those from before the first reviewer came. */
    private static void configure(Admin admin, String name)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<AlterConfigOp> settings = Map.of(
                        "share.isolation.level", "read_committed", "share.auto.offset.reset", "earliest")
                .entrySet()
                .stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.GROUP, name), settings))
                .all()
                .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
