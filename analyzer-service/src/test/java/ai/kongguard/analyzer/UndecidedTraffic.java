package ai.kongguard.analyzer;

import ai.kongguard.detect.Judge;
import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.detect.model.LocalModel;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests about which the model of this release is undecided, whichever those are. */
final class UndecidedTraffic {

    /** From what looks odd to what is all but an attack. */
    private static final List<String> CANDIDATES = List.of(
            "q=select",
            "q=union",
            "q=union+select",
            "sort=name;",
            "q=1=1",
            "q=or+1=1",
            "q=%27--",
            "q=%27",
            "q=drop+table",
            "q=../",
            "file=../report.txt",
            "file=../../report.txt",
            "q=%3Cb%3E",
            "q=%3Cimg%3E",
            "q=%3Cimg+src=x%3E",
            "cmd=ls",
            "cmd=ls+-la",
            "cmd=cat+readme",
            "q=a%26%26b",
            "q=$(date)",
            "url=http://localhost",
            "url=http://10.0.0.1/",
            "q={{7}}",
            "q={{7*7}}",
            "q=javascript:void(0)",
            "q=sleep(1)",
            "q=admin%27",
            "q=x%27+or+y");

    private UndecidedTraffic() {}

    /** Sends that many of one client, all alike but for their ids, which are told. */
    static List<String> send(ReviewedTier tier, int events, String idPrefix) {
        String query = query();
        List<String> ids = new ArrayList<>();
        List<byte[]> values = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            ids.add(idPrefix + i);
            values.add(RecordCodec.TRAFFIC_EVENT.encode(event(idPrefix + i, query)));
        }
        tier.topics.send(Topics.TRAFFIC, "203.0.113.9", TestEvents.NOW, values, Map.of());
        return ids;
    }

    private static String query() {
        Judge judge = Judge.of(LocalModel.bundled(), VerdictPolicy.defaults());
        return CANDIDATES.stream()
                .filter(query -> {
                    double score = judge.judge(event("e", query), List.of()).score();
                    return score >= 0.3 && score < 0.7;
                })
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The model decides all candidates: add others"));
    }

    private static TrafficEvent event(String id, String query) {
        return TestEvents.event(id, "203.0.113.9", "/api/users", query);
    }
}
