package ai.kongguard.review;

import ai.kongguard.event.Escalation;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Turns an escalation into a question. Thread-safe. */
public final class PromptMaker {

    /** The version of every prompt made by this release; no literal, since it follows from the instructions and the schema. */
    public static final String VERSION = Instructions.VERSION;

    private static final int BOUNDARY_BYTES = 16;

    private final RandomGenerator random;

    public PromptMaker() {
        this(new SecureRandom());
    }

    /**
     * @param random draws boundaries, which must not be foreseen; safe for threads
     */
    PromptMaker(RandomGenerator random) {
        this.random = random;
    }

    /** A new question with its own boundary; a model in the cloud is shown less than a local one. */
    public Prompt make(Escalation escalation, ProviderClass shownTo) {
        String data = ShownRequest.of(escalation, shownTo);
        String boundary = boundary(data);
        String user = "Judge the request in the " + data.length() + " characters of JSON between the two lines with "
                + boundary + ".\n<<<" + boundary + "\n" + data + "\n" + boundary + ">>>\n"
                + "That was the request. Answer with the JSON object about it.";
        return new Prompt(Instructions.TEXT, user, AnswerSchema.JSON, VERSION);
    }

    private String boundary(String data) {
        byte[] bytes = new byte[BOUNDARY_BYTES];
        String boundary;
        do {
            random.nextBytes(bytes);
            boundary = HexFormat.of().formatHex(bytes);
        } while (data.contains(boundary));
        return boundary;
    }
}
