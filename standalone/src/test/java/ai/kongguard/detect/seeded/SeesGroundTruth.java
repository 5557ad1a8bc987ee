package ai.kongguard.detect.seeded;

import ai.kongguard.event.GroundTruth;
import java.util.Map;

/** Breaks: judges never see ground truth. */
public final class SeesGroundTruth {

    private SeesGroundTruth() {}

    static boolean cheat(Map<String, byte[]> headers) {
        return headers.containsKey(GroundTruth.LABEL.header());
    }
}
