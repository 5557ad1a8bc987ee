package ai.kongguard.review;

import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.detect.normalize.Canonicaliser;
import ai.kongguard.detect.prompt.PromptInjection;
import ai.kongguard.event.Escalation;
import ai.kongguard.event.Escalation.Excerpt;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides which verdicts are to be reviewed, and gathers what a reviewer needs. Thread-safe. */
public final class Escalations {

    private final ReviewLimits limits;

    public Escalations(ReviewLimits limits) {
        this.limits = limits;
    }

    /**
     * Empty when the verdict is clear, when it is about what the client does and not about what the request holds, when
     * its evidence, its route or its client must not be shown to a reviewer, or when it is a second opinion itself. Throws nothing.
     */
    public Optional<Escalation> of(TrafficEvent event, Verdict verdict, Instant now) {
        String route = event.route();
        if (verdict.revision() != 0
                || !limits.isUndecided(verdict.score())
                || (route != null && limits.privateRoutes().contains(route))
                || limits.allowList().contains(event.clientIp())
                || !Evidence.canBeShown(verdict.findings())) {
            return Optional.empty();
        }
        List<CanonicalValue> values = Canonicaliser.values(event);
        List<CanonicalValue> seen = Evidence.relevant(values, verdict.findings());
        List<Excerpt> excerpts = Excerpts.of(event, seen, verdict.findings());
        return Optional.of(new Escalation(
                Escalation.SCHEMA,
                verdict,
                ReviewKey.of(event, seen),
                String.format(
                        Locale.ROOT,
                        "Its score of %.2f is neither clear (below %.2f) nor certain (from %.2f).",
                        verdict.score(),
                        limits.from(),
                        limits.below()),
                mayAddressAModel(event, values, excerpts),
                event.headers().size(),
                excerpts,
                now));
    }

    /** Also by its path and the names of its fields, which are shown too. */
    private static boolean mayAddressAModel(TrafficEvent event, List<CanonicalValue> values, List<Excerpt> excerpts) {
        PromptInjection prompts = new PromptInjection();
        values.forEach(prompts::read);
        excerpts.forEach(excerpt -> prompts.readName(excerpt.field()));
        prompts.readName(event.method());
        prompts.readName(event.path());
        return prompts.isPossible();
    }
}
