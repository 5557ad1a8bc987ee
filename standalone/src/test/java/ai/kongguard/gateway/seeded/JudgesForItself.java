package ai.kongguard.gateway.seeded;

import ai.kongguard.detect.Judge;
import ai.kongguard.detect.Judgement;
import ai.kongguard.event.TrafficEvent;

/** Breaks: the gateway decodes requests for people to read, and judges none. */
public final class JudgesForItself {

    private final Judge judge;

    JudgesForItself(Judge judge) {
        this.judge = judge;
    }

    Judgement of(TrafficEvent event) {
        return judge.judge(event);
    }
}
