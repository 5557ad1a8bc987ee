package ai.kongguard.traffic.attack.grammar;

import ai.kongguard.traffic.Pick;

/** A piece of a grammar, which writes its text. */
interface Part {

    void write(Draw draw);

    static Part literal(String text) {
        return draw -> draw.out().append(text);
    }

    static Part sequence(Part... parts) {
        if (parts.length == 1) {
            return parts[0];
        }
        return draw -> {
            for (Part part : parts) {
                part.write(draw);
            }
        };
    }

    static Part choice(Part... parts) {
        if (parts.length == 1) {
            return parts[0];
        }
        return draw -> parts[draw.random().nextInt(parts.length)].write(draw);
    }

    static Part optional(Part part) {
        return draw -> {
            if (draw.random().nextBoolean()) {
                part.write(draw);
            }
        };
    }

    static Part number(Range range) {
        return draw -> draw.out().append(range.draw(draw.random()));
    }

    static Part repeat(Range times, Part part) {
        return draw -> {
            for (int i = times.draw(draw.random()); i > 0; i--) {
                part.write(draw);
            }
        };
    }

    static Part characters(String alphabet, Range length) {
        return draw -> {
            for (int i = length.draw(draw.random()); i > 0; i--) {
                draw.out().append(alphabet.charAt(Pick.number(draw.random(), 0, alphabet.length())));
            }
        };
    }

    static Part remember(int variable, Part part, boolean written) {
        return draw -> {
            int start = draw.out().length();
            part.write(draw);
            draw.remembered()[variable] = written ? draw.out().substring(start) : draw.takeFrom(start);
        };
    }

    static Part recall(int variable) {
        return draw -> draw.out().append(draw.remembered()[variable]);
    }

    static Part transformed(Transform transform, Part part) {
        return draw -> {
            int start = draw.out().length();
            part.write(draw);
            String text = draw.takeFrom(start);
            draw.out().append(transform.apply(draw.random(), text));
        };
    }
}
