package ai.kongguard.review;

/** Reads a model's text strictly: what is not exactly the JSON that was asked for is no answer. Thread-safe. */
public final class AnswerReader {

    /**
     * @throws UnusableAnswerException if it is empty, prose, fenced, truncated, too long, or breaks the schema
     */
    public Answer read(String text) throws UnusableAnswerException {
        throw new UnsupportedOperationException("skeleton " + text.length());
    }
}
