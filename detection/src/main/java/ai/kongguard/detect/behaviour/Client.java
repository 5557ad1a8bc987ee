package ai.kongguard.detect.behaviour;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one client. Most clients do nothing remarkable, so everything but the counts of requests is
 * made when it is first needed.
 */
final class Client {

    static final Window RATE = Window.TEN_SECONDS;
    static final Window ANSWERS = Window.MINUTE;
    static final Window LONG = Window.FIVE_MINUTES;

    private static final int KINDS = 2;
    private static final int ALL = 0;
    private static final int BAD = 1;

    final long key;

    /** Whether it came again since the table's hand passed. */
    boolean active;

    private long newest;
    private final char[] rate = RATE.counts(1);
    private final char[] answers = ANSWERS.counts(KINDS);
    private long @Nullable [] refusedPaths;
    private long @Nullable [] probes;
    private char @Nullable [] logins;
    private long @Nullable [] users;
    private @Nullable IdWalk walk;

    Client(long key, long second) {
        this.key = key;
        this.newest = second;
    }

    /** The second of its newest event. */
    long newest() {
        return newest;
    }

    /** Moves all windows on to a second; nothing happens when it is not later. */
    void advance(long second) {
        if (second <= newest) {
            return;
        }
        RATE.advance(rate, 1, newest, second);
        ANSWERS.advance(answers, KINDS, newest, second);
        if (refusedPaths != null) {
            ANSWERS.advance(refusedPaths, newest, second);
        }
        if (probes != null) {
            LONG.advance(probes, newest, second);
        }
        if (logins != null) {
            LONG.advance(logins, KINDS, newest, second);
        }
        if (users != null) {
            LONG.advance(users, newest, second);
        }
        if (walk != null) {
            walk.advance(newest, second);
        }
        newest = second;
    }

    void request(long second) {
        if (RATE.holds(newest, second)) {
            RATE.add(rate, 1, 0, second);
        }
        if (ANSWERS.holds(newest, second)) {
            ANSWERS.add(answers, KINDS, ALL, second);
        }
    }

    void refused(long pathHash, long second) {
        if (ANSWERS.holds(newest, second)) {
            ANSWERS.add(answers, KINDS, BAD, second);
            refusedPaths = refusedPaths == null ? ANSWERS.sets() : refusedPaths;
            ANSWERS.add(refusedPaths, pathHash, second);
        }
    }

    void probe(int kind, long second) {
        probes = probes == null ? LONG.sets() : probes;
        LONG.add(probes, kind, second);
    }

    void login(boolean failed, long second) {
        logins = logins == null ? LONG.counts(KINDS) : logins;
        LONG.add(logins, KINDS, ALL, second);
        if (failed) {
            LONG.add(logins, KINDS, BAD, second);
        }
    }

    void failedUser(long userHash, long second) {
        users = users == null ? LONG.sets() : users;
        LONG.add(users, userHash, second);
    }

    /** Not of its first request: those who come once and never again are what fills the memory. */
    void id(NumericId id, long second) {
        if (walk == null && active) {
            walk = new IdWalk();
        }
        if (walk != null) {
            walk.see(id.template(), id.number(), second);
        }
    }

    int requestsInRate() {
        return RATE.sum(rate, 1, 0);
    }

    int answers() {
        return ANSWERS.sum(answers, KINDS, ALL);
    }

    int refusals() {
        return refusedPaths == null ? 0 : ANSWERS.sum(answers, KINDS, BAD);
    }

    int distinctRefusedPaths() {
        return refusedPaths == null ? 0 : Window.distinct(ANSWERS.union(refusedPaths));
    }

    int distinctProbes() {
        return probes == null ? 0 : Long.bitCount(LONG.union(probes));
    }

    int logins() {
        return logins == null ? 0 : LONG.sum(logins, KINDS, ALL);
    }

    int failedLogins() {
        return logins == null ? 0 : LONG.sum(logins, KINDS, BAD);
    }

    int distinctFailedUsers() {
        return users == null ? 0 : Window.distinct(LONG.union(users));
    }

    int idSteps() {
        return walk == null ? 0 : walk.steps();
    }
}
