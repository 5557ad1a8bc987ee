package ai.kongguard.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ReviewedTiersTest {

    private final Map<String, Object> properties = new HashMap<>();
    private final StandardEnvironment environment = new StandardEnvironment();

    @BeforeEach
    void readNothingButTheTest() {
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    }

    @Test
    void thereIsNoCloudTierWithoutAKey() {
        assertThat(ReviewedTiers.of(environment).hasCloud()).isFalse();
        properties.put("OPENAI_API_KEY", " ");
        properties.put("AI_PROVIDER", "openai");
        assertThat(ReviewedTiers.of(environment).hasCloud()).isFalse();
    }

    @Test
    void aKeyStartsTheCloudTierAndNeverReachesTheLocalOne() {
        properties.put("GEMINI_API_KEY", "k");
        ReviewedTiers tiers = ReviewedTiers.of(environment);
        assertThat(tiers.hasCloud()).isTrue();
        assertThat(tiers.ofLocal("--kongguard.llm.providers=gemini", "--a=b"))
                .contains("--a=b", "--kongguard.llm.providers=", "--kongguard.llm.gemini.api-key=")
                .doesNotContain("--kongguard.llm.providers=gemini");
        assertThat(tiers.ofCloud("--kongguard.analyzer.port=1"))
                .containsExactlyInAnyOrder("--kongguard.analyzer.tier=cloud", "--kongguard.analyzer.port=28100");
        assertThat(tiers.ofMetrics()).containsExactly("--kongguard.metrics.tiers=local,cloud");
        assertThat(tiers.ofMetrics("--kongguard.metrics.tiers=x")).containsExactly("--kongguard.metrics.tiers=x");
    }

    @Test
    void aModelOnThisMachineReviewsTheLocalTier() {
        properties.put("AI_PROVIDER", "ollama");
        properties.put("GEMINI_API_KEY", "k");
        ReviewedTiers tiers = ReviewedTiers.of(environment);
        assertThat(tiers.hasCloud()).isFalse();
        assertThat(tiers.ofLocal("--a=b")).containsExactly("--a=b");
    }
}
