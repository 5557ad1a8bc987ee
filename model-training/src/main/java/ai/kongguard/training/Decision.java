package ai.kongguard.training;

import ai.kongguard.event.ThreatType;

/**
 * What was decided about one labelled request.
 *
 * @param id of the request
 * @param collection where it comes from, without the family of what was generated
 * @param actual what it is
 * @param blocked whether it would be blocked
 * @param named what it was taken for
 */
record Decision(String id, String collection, ThreatType actual, boolean blocked, ThreatType named) {

    boolean isAttack() {
        return actual != ThreatType.NONE;
    }

    static Decision of(Scored scored, float block) {
        Sample sample = scored.sample();
        return new Decision(
                sample.id(),
                Sources.collection(sample.source()),
                sample.type(),
                scored.logOdds() >= block,
                scored.type());
    }
}
