package ai.kongguard.training;

import ai.kongguard.detect.model.ScoreScale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Plots as SVG. */
final class Plots {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 340;
    private static final int LEFT = 64;
    private static final int TOP = 16;
    private static final int BOTTOM = 290;
    private static final int RIGHT = 540;
    private static final int BINS = 10;

    /** The axis of false positives spans so many powers of ten, up to 1. */
    private static final int DECADES = 4;

    private Plots() {}

    /** Recall over the false positives on ordinary traffic, those on a logarithmic axis, and where the model stands. */
    static String roc(List<Scored> scored, float block) {
        float[] attacks = Thresholds.sorted(scored, one -> one.sample().isAttack());
        Predicate<Scored> ordinary = one -> !one.sample().isAttack();
        float[] benign = Thresholds.sorted(
                scored, ordinary.and(one -> Sources.isOrdinary(one.sample().source())));
        StringBuilder svg = open("Recall over false positives on ordinary traffic");
        for (int decade = 0; decade <= DECADES; decade++) {
            double x = x(1 - decade / (double) DECADES);
            tick(svg, x, String.format(Locale.ROOT, "%s %%", trim(100 / Math.pow(10, decade))));
        }
        percents(svg);
        StringBuilder points = new StringBuilder();
        for (int step = 0; step <= 10 * DECADES; step++) {
            double share = Math.pow(10, -step / 10.0);
            float threshold = Thresholds.exceededBy(benign, share);
            point(points, 1 - step / (10.0 * DECADES), above(attacks, threshold));
        }
        line(svg, points);
        double share = Math.max(Math.pow(10, -DECADES), above(benign, block));
        dot(svg, 1 + Math.log10(share) / DECADES, above(attacks, block));
        return close(
                svg,
                "Recall over false positives on ordinary traffic (logarithmic), each source judged by a model trained without"
                        + " it. The dot is the threshold of this model.");
    }

    /** How often a probability comes true. */
    static String calibration(List<Scored> scored, ScoreScale scale) {
        double[] attacks = new double[BINS];
        double[] all = new double[BINS];
        double attackCount =
                scored.stream().filter(one -> one.sample().isAttack()).count();
        double benignCount = scored.size() - attackCount;
        for (Scored one : scored) {
            int bin = Math.min(BINS - 1, (int) (scale.probability(one.logOdds()) * BINS));
            double weight = one.sample().isAttack() ? 1 / attackCount : 1 / benignCount;
            attacks[bin] += one.sample().isAttack() ? weight : 0;
            all[bin] += weight;
        }
        StringBuilder svg = open("Share of attacks over probability");
        for (int i = 0; i <= BINS; i += 2) {
            tick(svg, x(i / (double) BINS), String.format(Locale.ROOT, "%.1f", i / (double) BINS));
        }
        percents(svg);
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < BINS; i++) {
            if (all[i] > 0) {
                point(points, (i + 0.5) / BINS, attacks[i] / all[i]);
            }
        }
        line(svg, points);
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#8c959f\" stroke-dasharray=\"4 4\"/>",
                LEFT,
                BOTTOM,
                RIGHT,
                TOP));
        return close(
                svg,
                "Share of attacks over the probability given, as if both kinds were as frequent; on the dashed line it is"
                        + " calibrated.");
    }

    private static double above(float[] sorted, float threshold) {
        int at = Arrays.binarySearch(sorted, threshold);
        int first = at < 0 ? -at - 1 : at;
        while (first > 0 && sorted[first - 1] >= threshold) {
            first--;
        }
        return (sorted.length - first) / (double) Math.max(1, sorted.length);
    }

    private static StringBuilder open(String title) {
        return new StringBuilder(String.format(
                Locale.ROOT,
                "<figure><svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"%s\" font-size=\"12\">"
                        + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#8c959f\"/>",
                WIDTH,
                HEIGHT,
                WIDTH,
                title,
                LEFT,
                TOP,
                RIGHT - LEFT,
                BOTTOM - TOP));
    }

    private static String close(StringBuilder svg, String caption) {
        return svg.append("</svg><figcaption>")
                .append(caption)
                .append("</figcaption></figure>")
                .toString();
    }

    private static void percents(StringBuilder svg) {
        for (int i = 0; i <= 5; i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#57606a\">%d %%</text>",
                    LEFT - 8,
                    y(i / 5.0) + 4,
                    20 * i));
        }
    }

    private static void tick(StringBuilder svg, double x, String label) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#57606a\">%s</text>",
                x,
                BOTTOM + 20,
                label));
    }

    private static void point(StringBuilder points, double x, double y) {
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(x), y(y)));
    }

    private static void line(StringBuilder svg, StringBuilder points) {
        svg.append("<polyline fill=\"none\" stroke=\"#0969da\" stroke-width=\"2\" points=\"")
                .append(points)
                .append("\"/>");
    }

    private static void dot(StringBuilder svg, double x, double y) {
        svg.append(
                String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"#cf222e\"/>", x(x), y(y)));
    }

    private static double x(double share) {
        return LEFT + share * (RIGHT - LEFT);
    }

    private static double y(double share) {
        return BOTTOM - share * (BOTTOM - TOP);
    }

    private static String trim(double number) {
        return number >= 1 ? Long.toString(Math.round(number)) : Double.toString(Math.round(number * 1000) / 1000.0);
    }
}
