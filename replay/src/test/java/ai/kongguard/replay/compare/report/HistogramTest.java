package ai.kongguard.replay.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void tellsQuantilesByRank() {
        Histogram histogram = new Histogram(-1, 1);
        for (int i = 1; i <= 100; i++) {
            histogram.add(i / 1000.0 - 0.5);
        }
        assertThat(histogram.quantile(0.05)).isEqualTo(-0.495);
        assertThat(histogram.quantile(0.5)).isEqualTo(-0.45);
        assertThat(histogram.quantile(1)).isEqualTo(-0.4);
        assertThat(histogram.quantile(0)).isEqualTo(-0.499);
        assertThat(new Histogram(0, 1).quantile(0.5)).isNaN();
    }

    @Test
    void noPartLosesACount() {
        Histogram histogram = new Histogram(0, 1);
        for (int i = -5; i <= 1005; i++) {
            histogram.add(i / 1000.0);
        }
        long[] parts = histogram.parts(20);
        assertThat(java.util.Arrays.stream(parts).sum()).isEqualTo(1011);
        assertThat(parts[0]).isEqualTo(55);
        assertThat(parts[19]).isEqualTo(56);
    }
}
