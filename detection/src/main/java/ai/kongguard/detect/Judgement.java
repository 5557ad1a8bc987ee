package ai.kongguard.detect;

import ai.kongguard.event.Action;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import java.util.List;

public record Judgement(
        double score,
        double confidence,
        ThreatType threatType,
        Action action,
        List<Finding> findings,
        String reasoning,
        String model) {}
