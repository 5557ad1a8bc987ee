package ai.kongguard.detect.behaviour;

/**
 * From how much on a client's behaviour is a finding. An address may stand for many people behind one proxy, so the
 * defaults are generous. Immutable.
 *
 * @param floodRequests requests in 10 s
 * @param refusedRequests answers 401, 403 and 404 in 60 s, when they are at least half of all
 * @param refusedPaths distinct paths among those, about
 * @param failedLogins in 5 min, when they are at least half of all logins
 * @param loginUsers distinct user names among those, about; with fewer it is one account's password that is guessed
 * @param probePaths different products or files that scanners look for, in 5 min
 * @param sequentialIds ids in 5 min, each a constant step from the one before
 */
public record BehaviourLimits(
        int floodRequests,
        int refusedRequests,
        int refusedPaths,
        int failedLogins,
        int loginUsers,
        int probePaths,
        int sequentialIds) {

    /**
     * @throws IllegalArgumentException if a limit is not positive
     */
    public BehaviourLimits {
        if (Math.min(floodRequests, refusedRequests) < 1
                || Math.min(refusedPaths, failedLogins) < 1
                || Math.min(loginUsers, probePaths) < 1
                || sequentialIds < 1) {
            throw new IllegalArgumentException("Every limit of behaviour must be at least 1");
        }
    }

    /** 1000 requests, 40 refused of 20 paths, 30 failed logins of 10 users, 4 probe paths, 50 ids. */
    public static BehaviourLimits defaults() {
        return new BehaviourLimits(1_000, 40, 20, 30, 10, 4, 50);
    }
}
