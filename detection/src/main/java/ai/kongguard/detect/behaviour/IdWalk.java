package ai.kongguard.detect.behaviour;

/**
 * Follows the ids a client asks for in two places, such as an order and its items, and counts those that lie a
 * constant step from the one before. A few that are left out or come late do not end a walk.
 */
final class IdWalk {

    private static final Window WINDOW = Window.FIVE_MINUTES;

    /** Steps that may be left out. */
    private static final int GAP = 4;

    private static final int MAX_WIDTH = 100_000;

    private final char[] steps = WINDOW.counts(1);

    // The two places, as fields: arrays of two would cost more than what they hold.
    private int templateA;
    private int templateB;
    private int widthA;
    private int widthB;
    private long idA;
    private long idB;
    private boolean olderIsB;

    void advance(long from, long to) {
        WINDOW.advance(steps, 1, from, to);
    }

    void see(int template, long id, long second) {
        boolean isB = template == templateB || (template != templateA && olderIsB);
        if (isB) {
            boolean known = template == templateB;
            widthB = known ? width(widthB, idB, id, second) : 0;
            idB = known && isLate(widthB, id - idB) ? idB : id;
            templateB = template;
        } else {
            boolean known = template == templateA;
            widthA = known ? width(widthA, idA, id, second) : 0;
            idA = known && isLate(widthA, id - idA) ? idA : id;
            templateA = template;
        }
        olderIsB = !isB;
    }

    /** Steps in the window. */
    int steps() {
        return WINDOW.sum(steps, 1, 0);
    }

    /** The width of the walk after this id; counts the step if it is one. */
    private int width(int width, long last, long id, long second) {
        long distance = id - last;
        if (distance == 0 || isLate(width, distance)) {
            return width;
        }
        if (width != 0 && distance % width == 0 && distance / width > 0 && distance / width <= GAP) {
            WINDOW.add(steps, 1, 0, second);
            return width;
        }
        // Two ids are always some step apart: only the next one can confirm it. Far apart they are no walk.
        return Math.abs(distance) <= MAX_WIDTH ? (int) distance : 0;
    }

    /** Whether it lies a few steps behind. */
    private static boolean isLate(int width, long distance) {
        return width != 0 && distance % width == 0 && distance / width < 0 && distance / width >= -GAP;
    }
}
