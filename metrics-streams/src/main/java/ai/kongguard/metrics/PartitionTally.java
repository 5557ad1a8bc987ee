package ai.kongguard.metrics;

import ai.kongguard.event.Action;
import ai.kongguard.event.Feedback;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.Skeleton;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TrafficMeasures;
import ai.kongguard.event.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Joins the traffic, verdicts and feedback of one partition and says what they add to the sums. Whatever becomes known
 * of an event, all that it was counted as is taken away first and what it is now is added, so that nothing is counted
 * twice in whatever order records arrive. Used by one stream thread.
 */
final class PartitionTally {

    /**
     * What is known of a generated or replayed request.
     *
     * @param label {@link EventFacts#UNKNOWN} when it carries none, as replayed traffic of a real gateway
     * @param run null when no run sent it
     */
    record Truth(int label, ThreatType type, @Nullable String run) {}

    /** Where a record is counted. */
    enum Outcome {
        COUNTED,
        REVISED,
        DUPLICATE,
        LATE_REVISION,
        TOO_MANY_TIERS
    }

    private static final int MAX_TARGET = 200;

    /** What the tier without a judge makes of every event. */
    private static final long PASSED = EventFacts.verdict(Action.ALLOW, ThreatType.NONE, 0, 0, 0, 0);

    private final PartitionState state;
    private final EventTable events;
    private final long gapMs;

    PartitionTally(PartitionState state, long gapMs) {
        this.state = state;
        this.events = state.events;
        this.gapMs = gapMs;
    }

    Outcome traffic(TrafficMeasures event, Truth truth, long nowMs) {
        long timeMs = Math.max(0, event.observedAt().toEpochMilli());
        int slot = slotOf(event.eventId(), timeMs, nowMs);
        long facts = events.word(slot, 1);
        if (EventFacts.trafficSeen(facts)) {
            return Outcome.DUPLICATE;
        }
        count(slot, -1);
        facts = EventFacts.withTrafficSeen(facts);
        facts = EventFacts.withTruth(facts, truth.label(), truth.type());
        if (truth.run() != null) {
            facts = EventFacts.withRun(facts, state.run(truth.run()));
        }
        events.set(slot, 1, facts);
        count(slot, 1);
        countLatencyOfRun(slot, facts);

        WindowAggregate sum = state.sum(WindowKey.second(MetricsWindow.UNPROTECTED, timeMs));
        sum.seen(timeMs);
        sum.status(event.status());
        sum.bytesIn += event.bytesIn() == null ? 0 : event.bytesIn();
        sum.bytesOut += event.bytesOut() == null ? 0 : event.bytesOut();
        Double total = event.latency() == null ? null : event.latency().totalMs();
        if (total != null && total >= 0) {
            sum.gatewayLatency().add(total);
        }
        WindowAggregate names = state.sum(WindowKey.minute(MetricsWindow.UNPROTECTED, timeMs));
        names.routes().add(event.route(), 1, 0);
        names.services().add(event.service(), 1, 0);
        names.sources().add(event.clientIp());
        names.targets().add(target(event.method(), event.path()));
        names.origin(event.source(), 1, timeMs);
        return Outcome.COUNTED;
    }

    Outcome verdict(Verdict verdict, long nowMs) {
        int tier = verdict.tier().equals(MetricsWindow.UNPROTECTED) ? -1 : state.tier(verdict.tier());
        if (tier < 0) {
            return Outcome.TOO_MANY_TIERS;
        }
        long timeMs = Math.max(0, verdict.observedAt().toEpochMilli());
        if (verdict.revision() > 0
                && events.find(EventTable.hash(verdict.eventId())) < 0
                && events.mayHaveForgotten(timeMs / WindowKey.SECOND)) {
            return Outcome.LATE_REVISION;
        }
        int slot = slotOf(verdict.eventId(), timeMs, nowMs);
        long known = known(slot, tier);
        boolean first = !EventFacts.isPresent(known);
        if (!first && verdict.revision() <= EventFacts.revision(known)) {
            return Outcome.DUPLICATE;
        }
        long millis = first ? verdict.pipelineMillis() : EventFacts.millis(known);
        count(slot, tier, -1);
        events.set(
                slot,
                EventFacts.word(tier),
                EventFacts.verdict(
                        verdict.action(),
                        verdict.threatType(),
                        verdict.revision(),
                        millis,
                        EventFacts.parts(verdict.score()),
                        EventFacts.parts(verdict.confidence())));
        count(slot, tier, 1);
        WindowAggregate names = state.sum(WindowKey.minute(verdict.tier(), timeMs));
        boolean wasBlocked = !first && EventFacts.action(known).blocks();
        int blocked = (verdict.action().blocks() ? 1 : 0) - (wasBlocked ? 1 : 0);
        names.routes().add(verdict.route(), first ? 1 : 0, blocked);
        names.services().add(verdict.service(), first ? 1 : 0, blocked);
        if (first) {
            countFirst(verdict, timeMs, millis, EventFacts.run(events.word(slot, 1)));
        }
        boolean wasAllowed = first || EventFacts.action(known) == Action.ALLOW;
        if (wasAllowed && verdict.action() != Action.ALLOW) {
            names.sources().add(verdict.clientIp());
            names.targets().add(target(verdict.method(), verdict.path()));
        }
        raiseAlert(slot, verdict, timeMs);
        return first ? Outcome.COUNTED : Outcome.REVISED;
    }

    /** An operator's word; kept for an event that is not known yet. */
    void feedback(Feedback feedback, long nowMs) {
        int slot = slotOf(feedback.eventId(), feedback.givenAt().toEpochMilli(), nowMs);
        count(slot, -1);
        long facts = events.word(slot, 1);
        events.set(slot, 1, EventFacts.withFeedback(facts, feedback.attack() ? EventFacts.ATTACK : EventFacts.BENIGN));
        count(slot, 1);
    }

    private void countFirst(Verdict verdict, long timeMs, long millis, int run) {
        WindowAggregate sum = state.sum(WindowKey.second(verdict.tier(), timeMs));
        sum.seen(timeMs);
        sum.status(verdict.status());
        sum.latency().add(verdict.pipelineMillis());
        if (run != 0) {
            WindowAggregate ofRun = state.sum(WindowKey.run(verdict.tier(), state.runName(run)));
            ofRun.latency().add(millis);
        }
    }

    /** Verdicts that came before their event's run was known. */
    private void countLatencyOfRun(int slot, long facts) {
        if (EventFacts.run(facts) == 0) {
            return;
        }
        for (int tier = 0; tier < state.tierCount(); tier++) {
            long known = known(slot, tier);
            if (EventFacts.isPresent(known)) {
                state.sum(WindowKey.run(state.tierName(tier), state.runName(EventFacts.run(facts))))
                        .latency()
                        .add(EventFacts.millis(known));
            }
        }
    }

    private void raiseAlert(int slot, Verdict verdict, long timeMs) {
        long facts = events.word(slot, 1);
        if (verdict.action() == Action.ALLOW || EventFacts.alerted(facts)) {
            return;
        }
        events.set(slot, 1, EventFacts.withAlerted(facts));
        state.alert(new AlertSum.Key(verdict.clientIp(), Skeleton.of(verdict.findings()), timeMs / gapMs))
                .add(verdict);
    }

    private int slotOf(String eventId, long timeMs, long nowMs) {
        long hash = EventTable.hash(eventId);
        int slot = events.find(hash);
        slot = slot >= 0 ? slot : events.insert(hash, nowMs);
        if (!EventFacts.trafficSeen(events.word(slot, 1)) && !isJudged(slot)) {
            // Feedback that came first does not know when its event was.
            events.set(slot, 1, EventFacts.withSecond(events.word(slot, 1), timeMs / WindowKey.SECOND));
        }
        return slot;
    }

    private boolean isJudged(int slot) {
        for (int tier = 0; tier < EventFacts.MAX_TIERS; tier++) {
            if (EventFacts.isPresent(known(slot, tier))) {
                return true;
            }
        }
        return false;
    }

    private long known(int slot, int tier) {
        return events.word(slot, EventFacts.word(tier));
    }

    /** Adds what is known of an event to every tier that counts it, or takes it away. */
    private void count(int slot, int sign) {
        for (int tier = 0; tier < state.tierCount(); tier++) {
            count(slot, tier, sign);
        }
        long facts = events.word(slot, 1);
        if (EventFacts.trafficSeen(facts)) {
            count(MetricsWindow.UNPROTECTED, facts, PASSED, sign);
        }
    }

    private void count(int slot, int tier, int sign) {
        long known = known(slot, tier);
        if (EventFacts.isPresent(known)) {
            count(state.tierName(tier), events.word(slot, 1), known, sign);
        }
    }

    private void count(String tier, long facts, long verdict, int sign) {
        long timeMs = EventFacts.second(facts) * WindowKey.SECOND;
        count(state.sum(WindowKey.second(tier, timeMs)), facts, verdict, sign);
        int run = EventFacts.run(facts);
        if (run != 0) {
            WindowAggregate ofRun = state.sum(WindowKey.run(tier, state.runName(run)));
            ofRun.seen(timeMs);
            count(ofRun, facts, verdict, sign);
        }
    }

    private static void count(WindowAggregate sum, long facts, long verdict, int sign) {
        Action action = EventFacts.action(verdict);
        ThreatType type = EventFacts.type(verdict);
        int score = EventFacts.score(verdict);
        sum.add(action, type, sign);
        sum.scores += (long) sign * score;
        sum.scoreCounts[EventFacts.scoreRange(score)] += sign;
        sum.confidences += (long) sign * EventFacts.confidence(verdict);
        int label = EventFacts.label(facts);
        if (label == EventFacts.BENIGN) {
            sum.truth().addBenign(type, action.blocks(), score, sign);
        } else if (label == EventFacts.ATTACK) {
            // An attack that only an operator knows of is of the type that the tier called it.
            ThreatType known = EventFacts.truth(facts) == EventFacts.ATTACK ? EventFacts.truthType(facts) : type;
            sum.truth().addAttack(known == ThreatType.NONE ? ThreatType.UNKNOWN : known, action.blocks(), score, sign);
        }
    }

    private static String target(String method, String path) {
        return method + " " + (path.length() > MAX_TARGET ? path.substring(0, MAX_TARGET) : path);
    }
}
