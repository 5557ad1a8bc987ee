package ai.kongguard.detect;

import ai.kongguard.detect.model.LocalModel;
import ai.kongguard.detect.model.TypeWeights;
import ai.kongguard.detect.model.ValueScore;
import ai.kongguard.detect.normalize.Ascii;
import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.detect.normalize.Canonicaliser;
import ai.kongguard.detect.prompt.PromptInjection;
import ai.kongguard.detect.rules.Evidence;
import ai.kongguard.detect.rules.KnownExploitDetector;
import ai.kongguard.event.Action;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TrafficEvent;
import java.util.ArrayList;
import java.util.List;

/** Judges requests one by one, from what they contain alone. Immutable and thread-safe. */
public final class Judge {

    /** The {@link Finding#detector()} of what the model finds. */
    public static final String MODEL = "local_model";

    /** Some 100 kB that would otherwise be made anew for each request. */
    private static final ThreadLocal<LocalModel.Scratch> SCRATCH = ThreadLocal.withInitial(LocalModel.Scratch::new);

    private static final double CERTAIN = 0.9;

    private final LocalModel model;
    private final VerdictPolicy policy;

    private Judge(LocalModel model, VerdictPolicy policy) {
        this.model = model;
        this.policy = policy;
    }

    /** With the model of this release. */
    public static Judge withPolicy(VerdictPolicy policy) {
        return of(LocalModel.bundled(), policy);
    }

    public static Judge of(LocalModel model, VerdictPolicy policy) {
        return new Judge(model, policy);
    }

    /** Throws nothing, whatever the event holds. */
    public Judgement judge(TrafficEvent event) {
        LocalModel.Scratch scratch = SCRATCH.get();
        List<Finding> findings = new ArrayList<>(4);
        float highest = Float.NEGATIVE_INFINITY;
        double worst = 0;
        PromptInjection prompts = new PromptInjection();
        for (CanonicalValue value : Canonicaliser.values(event)) {
            prompts.read(value);
            ValueScore score = model.score(value, scratch);
            if (score == null) {
                continue;
            }
            highest = Math.max(highest, score.logOdds());
            double worth = worth(score);
            worst = Math.max(worst, worth);
            if (policy.actionFor(worth) != Action.ALLOW) {
                explain(score, worth, scratch, findings);
            }
        }
        List<Finding> strongest = Scorer.strongest(findings);
        double probability = model.scale().probability(highest);
        Judgement content = new Judgement(
                worst,
                Math.max(probability, 1 - probability),
                strongest.isEmpty() ? ThreatType.NONE : strongest.get(0).type(),
                policy.actionFor(worst),
                strongest,
                Reasoning.of(strongest),
                model.info().label());
        List<Finding> told = prompts.findings();
        return told.isEmpty() ? content : WithPromptInjection.join(content, told, policy);
    }

    /** Judges a request together with what its client does over many. Throws nothing, like the other. */
    public Judgement judge(TrafficEvent event, List<Finding> behaviour) {
        Judgement content = judge(event);
        return behaviour.isEmpty() ? content : WithBehaviour.join(content, behaviour, policy);
    }

    /**
     * The model's score; or, where that asks for less, the weight of a rule that finds the exact shape of a known
     * exploit, if the model suspects the value too or it is one word, and of any rule if both are nearly sure.
     */
    private double worth(ValueScore score) {
        double worth = model.scale().score(score.logOdds());
        boolean suspected = policy.actionFor(worth) != Action.ALLOW;
        boolean nearlySure = policy.actionFor(worth).blocks();
        double rules = 0;
        for (Finding finding : score.findings()) {
            boolean exact = finding.detector().equals(KnownExploitDetector.NAME);
            boolean agreed = exact ? suspected || isOneWord(score.value().text()) : nearlySure;
            if (agreed && finding.weight() >= CERTAIN) {
                rules = Math.max(rules, finding.weight());
            }
        }
        return Math.max(worth, rules);
    }

    private static boolean isOneWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Ascii.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void explain(ValueScore score, double worth, LocalModel.Scratch scratch, List<Finding> findings) {
        findings.addAll(score.findings());
        if (!model.speaks(scratch)) {
            return;
        }
        float[] types = model.types(scratch);
        int best = 0;
        for (int t = 1; t < types.length; t++) {
            best = types[t] > types[best] ? t : best;
        }
        int[] evidence = model.evidence(scratch);
        findings.add(Evidence.of(MODEL, TypeWeights.TYPES.get(best), score.value(), evidence[0], evidence[1], worth));
    }
}
