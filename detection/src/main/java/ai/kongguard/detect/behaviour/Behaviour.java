package ai.kongguard.detect.behaviour;

import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import java.util.ArrayList;
import java.util.List;

/** Turns what is known of a client into findings. */
final class Behaviour {

    static final String SCANNER = "scanner";

    /** Below the cut-off for a block: an address may be shared by many who did nothing. */
    static final double MAX_WEIGHT = 0.75;

    private static final double WEIGHT_AT_LIMIT = 0.5;
    private static final double WEIGHT_PER_DOUBLING = 0.125;
    private static final String FIELD = "client";

    private final BehaviourLimits limits;

    Behaviour(BehaviourLimits limits) {
        this.limits = limits;
    }

    List<Finding> of(Client client) {
        List<Finding> findings = new ArrayList<>(1);
        flood(client, findings);
        refusals(client, findings);
        logins(client, findings);
        probes(client, findings);
        enumeration(client, findings);
        return findings;
    }

    private void flood(Client client, List<Finding> findings) {
        int requests = client.requestsInRate();
        int limit = limits.floodRequests();
        if (requests >= limit) {
            String fact = requests + " requests in " + Client.RATE.length() + " s, limit " + limit;
            findings.add(finding("http_flood", ThreatType.DDOS, fact, requests, limit));
        }
    }

    private void refusals(Client client, List<Finding> findings) {
        int refusals = client.refusals();
        int limit = limits.refusedRequests();
        if (refusals < limit || refusals * 2 < client.answers()) {
            return;
        }
        int paths = client.distinctRefusedPaths();
        if (paths >= limits.refusedPaths()) {
            String fact = refusals + " of " + client.answers() + " requests in " + Client.ANSWERS.length()
                    + " s were answered 401, 403 or 404, on about " + paths + " paths, limit " + limit;
            findings.add(finding("forced_browsing", ThreatType.SCANNING, fact, refusals, limit));
        }
    }

    private void logins(Client client, List<Finding> findings) {
        int failures = client.failedLogins();
        int limit = limits.failedLogins();
        if (failures < limit || failures * 2 < client.logins()) {
            return;
        }
        int users = client.distinctFailedUsers();
        if (users >= limits.loginUsers()) {
            String fact =
                    failures + " failed logins for about " + users + " user names in " + minutes() + ", limit " + limit;
            findings.add(finding("credential_stuffing", ThreatType.CREDENTIAL_STUFFING, fact, failures, limit));
        } else {
            String fact = failures + " failed logins in " + minutes() + ", limit " + limit;
            findings.add(finding("brute_force", ThreatType.BRUTE_FORCE, fact, failures, limit));
        }
    }

    private void probes(Client client, List<Finding> findings) {
        int probes = client.distinctProbes();
        int limit = limits.probePaths();
        if (probes >= limit) {
            String fact = probes + " kinds of well-known probe paths in " + minutes() + ", limit " + limit;
            findings.add(finding(SCANNER, ThreatType.SCANNING, fact, probes, limit));
        }
    }

    private void enumeration(Client client, List<Finding> findings) {
        int steps = client.idSteps();
        int limit = limits.sequentialIds();
        if (steps >= limit) {
            String fact = steps + " ids in sequence in " + minutes() + ", limit " + limit;
            findings.add(finding("enumeration", ThreatType.API_ABUSE, fact, steps, limit));
        }
    }

    private static String minutes() {
        return Client.LONG.length() / 60 + " min";
    }

    private static Finding finding(String detector, ThreatType type, String fact, int count, int limit) {
        double doublings = Math.log((double) count / limit) / Math.log(2);
        double weight = Math.min(MAX_WEIGHT, WEIGHT_AT_LIMIT + WEIGHT_PER_DOUBLING * doublings);
        return new Finding(detector, type, FIELD, -1, 0, fact, Math.round(weight * 1000) / 1000.0);
    }
}
