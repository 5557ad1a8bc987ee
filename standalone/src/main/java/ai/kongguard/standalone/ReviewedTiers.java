package ai.kongguard.standalone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/**
 * Which tiers of this process have a model to ask. A model on this machine reviews the local tier; one in the cloud
 * reviews a tier of its own, so that what the local tier says never depends on it. Immutable.
 */
final class ReviewedTiers {

    /** Why there is no cloud tier, when there is none. */
    static final String NOT_CONFIGURED =
            "not configured: set GEMINI_API_KEY, OPENAI_API_KEY, ANTHROPIC_API_KEY or GROQ_API_KEY";

    private static final String PROVIDERS = "kongguard.llm.providers";
    private static final String LOCAL = "ollama";

    private static final Map<String, List<String>> KEYS = Map.of(
            "gemini", List.of("GEMINI_API_KEY", "GOOGLE_API_KEY"),
            "openai", List.of("OPENAI_API_KEY"),
            "anthropic", List.of("ANTHROPIC_API_KEY"),
            "groq", List.of("GROQ_API_KEY"));

    private final boolean local;
    private final boolean cloud;
    private final String cloudPort;

    private ReviewedTiers(boolean local, boolean cloud, String cloudPort) {
        this.local = local;
        this.cloud = cloud;
        this.cloudPort = cloudPort;
    }

    static ReviewedTiers of(Environment environment) {
        String named = environment.getProperty(PROVIDERS, environment.getProperty("AI_PROVIDER", ""));
        List<String> providers = Arrays.stream(named.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        boolean local = !providers.isEmpty() && providers.get(0).equalsIgnoreCase(LOCAL);
        boolean cloud = !local && KEYS.keySet().stream().anyMatch(provider -> hasKey(environment, provider));
        return new ReviewedTiers(local, cloud, environment.getProperty("kongguard.analyzer.cloud-port", "28100"));
    }

    /** Whether there is an analyzer of tier cloud. */
    boolean hasCloud() {
        return cloud;
    }

    /** For the analyzer of the local tier: no key, unless its model runs here. */
    String[] ofLocal(String... args) {
        if (local) {
            return args;
        }
        String[] without = with(args, PROVIDERS, "");
        for (String provider : KEYS.keySet()) {
            without = with(without, "kongguard.llm." + provider + ".api-key", "");
        }
        return without;
    }

    /** For the analyzer of the cloud tier. */
    String[] ofCloud(String... args) {
        return with(with(args, "kongguard.analyzer.tier", "cloud"), "kongguard.analyzer.port", cloudPort);
    }

    /** For who counts: a tier that is there is shown before its first verdict. */
    String[] ofMetrics(String... args) {
        boolean chosen = Arrays.stream(args).anyMatch(arg -> arg.startsWith("--kongguard.metrics.tiers="));
        return cloud && !chosen ? with(args, "kongguard.metrics.tiers", "local,cloud") : args;
    }

    private static boolean hasKey(Environment environment, String provider) {
        List<String> names = new ArrayList<>(List.of("kongguard.llm." + provider + ".api-key"));
        names.addAll(KEYS.getOrDefault(provider, List.of()));
        return names.stream()
                .anyMatch(name -> !environment.getProperty(name, "").isBlank());
    }

    /** Instead of another value: Spring would take both for a list. */
    private static String[] with(String[] args, String name, String value) {
        List<String> all = new ArrayList<>(List.of(args));
        all.removeIf(arg -> arg.startsWith("--" + name + "="));
        all.add("--" + name + "=" + value);
        return all.toArray(String[]::new);
    }
}
