package ai.kongguard.review;

/** A model's text is not the answer that the schema asks for; the message says what is wrong, without quoting it. */
public final class UnusableAnswerException extends Exception {

    private static final long serialVersionUID = 1;

    public UnusableAnswerException(String message) {
        super(message);
    }
}
