package ai.kongguard.training;

import java.io.PrintWriter;
import java.util.List;

/** What another model would decide differently. */
final class Differences {

    private static final int SHOWN = 10;

    private Differences() {}

    /** Both lists are of the same requests in the same order. */
    static void print(List<Decision> first, List<Decision> second, PrintWriter out) {
        out.println();
        out.println("the second model compared with the first");
        print("newly caught", first, second, true, true, out);
        print("newly missed", first, second, true, false, out);
        print("newly blocked, benign", first, second, false, true, out);
        print("no longer blocked, benign", first, second, false, false, out);
    }

    private static void print(
            String name,
            List<Decision> first,
            List<Decision> second,
            boolean attack,
            boolean nowBlocked,
            PrintWriter out) {
        int count = 0;
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < first.size(); i++) {
            Decision before = first.get(i);
            Decision after = second.get(i);
            if (before.isAttack() == attack && after.blocked() == nowBlocked && before.blocked() != nowBlocked) {
                count++;
                if (count <= SHOWN) {
                    ids.append(' ').append(after.id());
                }
            }
        }
        out.println(name + ": " + count + (count == 0 ? "" : ", such as" + ids));
    }
}
