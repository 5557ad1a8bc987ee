package ai.kongguard.traffic.attack.grammar;

/** A named choice. It is filled after others may have referred to it, so that rules may stand in any order. */
final class Rule implements Part {

    private Part choice = draw -> {};
    private boolean defined;

    boolean defined() {
        return defined;
    }

    void define(Part... alternatives) {
        choice = Part.choice(alternatives);
        defined = true;
    }

    @Override
    public void write(Draw draw) {
        choice.write(draw);
    }
}
