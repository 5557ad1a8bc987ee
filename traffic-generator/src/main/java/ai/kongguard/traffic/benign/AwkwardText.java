package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.Pick;
import java.util.SplittableRandom;

/** Harmless text that careless detectors take for attacks. None of it needs escaping inside a JSON string. */
final class AwkwardText {

    private AwkwardText() {}

    static String name(SplittableRandom r) {
        return Pick.one(r, "Aoife", "Jean-Luc", "Siobhán", "李小龍", "Nguyễn", "Zoë", "Władysław", "محمد") + " "
                + Pick.one(
                        r, "O'Brien", "D'Angelo", "O'Neill-Smith", "Müller", "van 't Hoff", "Select", "Null", "Union");
    }

    static String email(SplittableRandom r) {
        return Pick.letters(r, 6) + Pick.one(r, ".", "+shop", "_", "'") + Pick.letters(r, 4) + "@example.com";
    }

    static String address(SplittableRandom r) {
        return Pick.number(r, 1, 400) + Pick.one(r, "/" + Pick.number(r, 1, 9), "", "-" + Pick.letters(r, 1)) + " "
                + Pick.one(
                        r, "Rue de l'Église", "St. John's Rd; 2nd floor", "Union St", "King & Queen St", "Größe-Weg");
    }

    static String query(SplittableRandom r) {
        return Pick.one(
                r,
                "rock 'n' roll",
                "select & ignite",
                "AT&T phone",
                "men's shoes size " + Pick.number(r, 38, 47),
                "drop table lamp",
                "union jack mug",
                "c++ or c#",
                "50% off",
                "1=1 t-shirt",
                "order by " + Pick.letters(r, 5),
                Pick.letters(r, 7) + " " + Pick.letters(r, 5),
                "\"exact phrase\" -excluded",
                "price < " + Pick.number(r, 10, 90) + " and size > 4",
                "カメラ レンズ",
                "🎸 guitar");
    }

    static String prose(SplittableRandom r) {
        return Pick.one(
                r,
                "Please select & update my order, the size is wrong; thanks!",
                "It's great - I'd order again from where you live :)",
                "Could you drop the table off at the back door? Don't ring.",
                "We went from A to B and then on to C; it took " + Pick.number(r, 2, 9) + " hours.",
                "Insert the key into the lock, then delete the old code.",
                "a < b and c > d, so it doesn't fit (" + Pick.number(r, 10, 99) + " cm).",
                "Does it work with version >= " + Pick.number(r, 2, 20) + ".1 or not?",
                "The script of the play wasn't in the box.",
                "Grüße aus Köln! Très bien, merci.",
                "See https://example.com/a?b=1&c=2#top for details.");
    }

    static String markdown(SplittableRandom r) {
        return Pick.one(
                r,
                "Use `npm install` and then `ls` to check.",
                "**Good** value, *fast* delivery. 5/5",
                "# Review\\n- pro: light\\n- con: " + Pick.letters(r, 6),
                "<p>I <b>love</b> it, see <i>page " + Pick.number(r, 1, 90) + "</i></p>",
                "// TODO: compare(a, b) || fallback; /* later */");
    }

    static String jwt(SplittableRandom r) {
        return "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI" + Pick.hex(r, 24) + "In0." + Pick.hex(r, 43);
    }

    static String image(SplittableRandom r) {
        return "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA" + Pick.hex(r, 60) + "AAElFTkSuQmCC";
    }
}
