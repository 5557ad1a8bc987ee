package ai.kongguard.replay.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.StoredRecording.Contents;
import ai.kongguard.event.Topics;
import ai.kongguard.recording.DamagedRecordingException;
import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingReader;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is in a recording, by reading all of it.
 *
 * @param contents up to the damage
 * @param damage what is wrong beyond; null when nothing is
 */
public record RecordingContents(Contents contents, @Nullable String damage) {

    private static final byte[] ATTACK = "attack".getBytes(UTF_8);
    private static final byte[] BENIGN = "benign".getBytes(UTF_8);

    public static RecordingContents of(Recording recording) throws IOException {
        long events = 0;
        long attacks = 0;
        long benign = 0;
        long others = 0;
        String damage = null;
        try (RecordingReader reader = recording.read()) {
            for (RecordedRecord record = reader.next(); record != null; record = reader.next()) {
                if (!record.topic().equals(Topics.TRAFFIC.name())) {
                    others++;
                    continue;
                }
                byte[] label = label(record);
                events++;
                attacks += Arrays.equals(label, ATTACK) ? 1 : 0;
                benign += Arrays.equals(label, BENIGN) ? 1 : 0;
            }
        } catch (DamagedRecordingException e) {
            damage = e.getMessage();
        }
        return new RecordingContents(new Contents(events, attacks, benign, others), damage);
    }

    private static byte @Nullable [] label(RecordedRecord record) {
        byte[] label = null;
        for (RecordedHeader header : record.headers()) {
            label = header.name().equals(GroundTruth.LABEL.header()) ? header.value() : label;
        }
        return label;
    }
}
