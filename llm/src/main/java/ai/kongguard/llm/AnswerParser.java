package ai.kongguard.llm;

import ai.kongguard.review.Answer;
import ai.kongguard.review.UnusableAnswerException;

/** Makes an answer of what a model said. Thread-safe. */
@FunctionalInterface
interface AnswerParser {

    /** @throws UnusableAnswerException if it is not what was asked for */
    Answer read(String text) throws UnusableAnswerException;
}
