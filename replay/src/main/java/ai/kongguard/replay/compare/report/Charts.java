package ai.kongguard.replay.compare.report;

import java.util.Arrays;
import java.util.Locale;

/** Plots as SVG elements that take their colours from the page. Heights are square roots, so that few are seen beside many. */
final class Charts {

    private static final int WIDTH = 520;
    private static final int HEIGHT = 150;
    private static final int LEFT = 8;
    private static final int FOOT = 22;
    private static final int HEAD = 16;
    private static final int SCORE_PARTS = 20;
    private static final int SHIFT_PARTS = 41;

    private Charts() {}

    /** How the scores of both lie between 0 and 1, side by side. */
    static String scores(String title, Histogram base, Histogram candidate) {
        long[] left = base.parts(SCORE_PARTS);
        long[] right = candidate.parts(SCORE_PARTS);
        long most = Math.max(max(left), max(right));
        double width = (WIDTH - 2.0 * LEFT) / SCORE_PARTS;
        StringBuilder svg = open(title, most);
        for (int i = 0; i < SCORE_PARTS; i++) {
            double x = LEFT + i * width;
            String range =
                    Numbers.score(i / (double) SCORE_PARTS) + " to " + Numbers.score((i + 1) / (double) SCORE_PARTS);
            bar(svg, "base", x + 1, width / 2 - 1, left[i], most, "base, " + range);
            bar(svg, "candidate", x + width / 2, width / 2 - 1, right[i], most, "candidate, " + range);
        }
        return axis(svg, "0", "0.5", "1");
    }

    /** How far and where scores moved. */
    static String shifts(String title, Histogram shift) {
        long[] parts = shift.parts(SHIFT_PARTS);
        long most = max(parts);
        double width = (WIDTH - 2.0 * LEFT) / SHIFT_PARTS;
        StringBuilder svg = open(title, most);
        for (int i = 0; i < SHIFT_PARTS; i++) {
            double middle = (i - SHIFT_PARTS / 2) * 2.0 / SHIFT_PARTS;
            String name = middle > 0 ? "candidate" : middle < 0 ? "base" : "neither";
            bar(svg, name, LEFT + i * width + 1, width - 2, parts[i], most, "about " + Numbers.shift(middle));
        }
        return axis(svg, "-1", "same score", "+1");
    }

    /** One bar of the whole width: what both stop, one of them, and none. */
    static String confusion(Row row) {
        long[] parts = {
            row.bothStopped(),
            row.baseStopped() - row.bothStopped(),
            row.candidateStopped() - row.bothStopped(),
            row.events() - row.baseStopped() - row.candidateStopped() + row.bothStopped()
        };
        String[] names = {"both", "base", "candidate", "neither"};
        String[] titles = {"stopped by both", "by the base only", "by the candidate only", "by neither"};
        StringBuilder svg = new StringBuilder("<svg class=\"bar\" viewBox=\"0 0 300 14\" role=\"img\">");
        double x = 0;
        for (int i = 0; i < parts.length; i++) {
            double width = 300.0 * parts[i] / Math.max(1, row.events());
            rectangle(svg, names[i], x, 0, width, 14, titles[i] + ": " + Numbers.count(parts[i]));
            x += width;
        }
        return svg.append("</svg>").toString();
    }

    private static StringBuilder open(String title, long most) {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                HEIGHT,
                HtmlReport.escaped(title)));
        text(svg, LEFT, 11, "start", title);
        text(svg, WIDTH - LEFT, 11, "end", "highest: " + Numbers.count(most));
        return svg;
    }

    private static String axis(StringBuilder svg, String low, String middle, String high) {
        int y = HEIGHT - FOOT;
        svg.append("<line x1=\"" + LEFT + "\" x2=\"" + (WIDTH - LEFT) + "\" y1=\"" + y + "\" y2=\"" + y + "\"/>");
        text(svg, LEFT, HEIGHT - 6, "start", low);
        text(svg, WIDTH / 2, HEIGHT - 6, "middle", middle);
        text(svg, WIDTH - LEFT, HEIGHT - 6, "end", high);
        return svg.append("</svg>").toString();
    }

    private static void bar(
            StringBuilder svg, String name, double x, double width, long count, long most, String title) {
        if (count == 0) {
            return;
        }
        double height = Math.max(1.5, (HEIGHT - FOOT - HEAD) * Math.sqrt((double) count / most));
        rectangle(svg, name, x, HEIGHT - FOOT - height, width, height, title + ": " + Numbers.count(count));
    }

    private static void rectangle(
            StringBuilder svg, String name, double x, double y, double width, double height, String title) {
        if (width <= 0) {
            return;
        }
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"><title>%s</title></rect>",
                name,
                x,
                y,
                width,
                height,
                HtmlReport.escaped(title)));
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
        svg.append("<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\">" + HtmlReport.escaped(text)
                + "</text>");
    }

    private static long max(long[] counts) {
        return Math.max(1, Arrays.stream(counts).max().orElse(1));
    }
}
