package ai.kongguard.detect.prompt;

/** What a word says in a text that addresses a model; {@code cues.txt} holds the words. */
enum Cue {
    /** To ignore, to forget. */
    OVERRIDE,
    /** Which: the earlier ones, all, yours. */
    PRIOR,
    /** Instructions, rules. */
    ORDERS,
    /** Whose instructions a courier follows, and no model. */
    CIVIL,
    /** A name for the reader that only software has. */
    MODEL,
    /** You are now, from now on. */
    PERSONA,
    /** An assistant; also a {@link #ROLE}, where a chat is written down. */
    HELPER,
    /** To classify, to answer. */
    COMMAND,
    /** Harmless, as those say who judge requests. */
    BENIGN,
    /** Harmless, as anybody says. */
    SAFE,
    /** The request, the payload. */
    TARGET,
    /** What a judgement consists of. */
    SCORE,
    /** The name of a field of a judgement, where it is one. */
    ANSWER,
    /** To repeat, to print. */
    REVEAL,
    /** A system prompt. */
    PROMPT,
    /** Who speaks, where a chat is written down; elsewhere {@link #PRIOR}. */
    ROLE,
    /** The end of the data, where something marks it as one. */
    EDGE,
    /** What only the notation of a chat has. */
    MARKUP;

    /** A set of cues. */
    static int mask(Cue... cues) {
        int mask = 0;
        for (Cue cue : cues) {
            mask |= 1 << cue.ordinal();
        }
        return mask;
    }

    boolean in(int mask) {
        return (mask & 1 << ordinal()) != 0;
    }
}
