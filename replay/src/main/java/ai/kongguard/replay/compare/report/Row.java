package ai.kongguard.replay.compare.report;

import ai.kongguard.replay.compare.Opinion;

/** What became of the events of one label. One thread. */
final class Row {

    private final Histogram base = new Histogram(0, 1);
    private final Histogram candidate = new Histogram(0, 1);
    private final Histogram shift = new Histogram(-1, 1);
    private long baseStopped;
    private long candidateStopped;
    private long bothStopped;
    private long otherTypes;

    void add(Opinion ofBase, Opinion ofCandidate) {
        base.add(ofBase.score());
        candidate.add(ofCandidate.score());
        shift.add(ofCandidate.score() - ofBase.score());
        baseStopped += ofBase.blocks() ? 1 : 0;
        candidateStopped += ofCandidate.blocks() ? 1 : 0;
        bothStopped += ofBase.blocks() && ofCandidate.blocks() ? 1 : 0;
        otherTypes += ofBase.type() == ofCandidate.type() ? 0 : 1;
    }

    long events() {
        return shift.total();
    }

    long baseStopped() {
        return baseStopped;
    }

    long candidateStopped() {
        return candidateStopped;
    }

    /** Stopped by either detector. */
    long bothStopped() {
        return bothStopped;
    }

    /** Events of which the two name other types of threat. */
    long otherTypes() {
        return otherTypes;
    }

    Histogram baseScores() {
        return base;
    }

    Histogram candidateScores() {
        return candidate;
    }

    /** Candidate minus base. */
    Histogram shift() {
        return shift;
    }
}
