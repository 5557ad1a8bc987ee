package ai.kongguard.detect.behaviour;

/**
 * Follows the ids a client asks for in two places, such as an order and its items, and counts those that lie a
 * constant step from the one before. A few that are left out or come late do not end a walk.
 */
final class IdWalk {

    private static final Window WINDOW = Window.FIVE_MINUTES;

    /** Steps that may be left out. */
    private static final int GAP = 4;

    private final char[] steps = WINDOW.counts(1);
    private final long[] templates = new long[2];
    private final long[] ids = new long[2];
    private final long[] widths = new long[2];
    private int older;

    void advance(long from, long to) {
        WINDOW.advance(steps, 1, from, to);
    }

    void see(long template, long id, long second) {
        int place = template == templates[0] ? 0 : template == templates[1] ? 1 : -1;
        if (place < 0) {
            place = older;
            templates[place] = template;
            ids[place] = id;
            widths[place] = 0;
        } else {
            follow(place, id, second);
        }
        older = 1 - place;
    }

    /** Steps in the window. */
    int steps() {
        return WINDOW.sum(steps, 1, 0);
    }

    private void follow(int place, long id, long second) {
        long distance = id - ids[place];
        if (distance == 0) {
            return;
        }
        long width = widths[place];
        if (width != 0 && distance % width == 0) {
            long count = distance / width;
            if (count < 0 && count >= -GAP) {
                return;
            }
            if (count > 0 && count <= GAP) {
                WINDOW.add(steps, 1, 0, second);
                ids[place] = id;
                return;
            }
        }
        // Two ids are always some step apart: only the next one can confirm it.
        widths[place] = distance;
        ids[place] = id;
    }
}
