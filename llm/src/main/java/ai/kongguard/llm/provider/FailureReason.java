package ai.kongguard.llm.provider;

import java.util.Locale;

/** Why a question was not answered. */
public enum FailureReason {
    /** Nobody was asked: the calls or the money of this minute or day are spent. */
    BUDGET,
    /** Nobody was asked: no place became free in time. */
    BUSY,
    /** Nobody was asked: it failed too often shortly before. */
    CIRCUIT_OPEN,
    /** No answer in time, or no time was left to ask. */
    TIMEOUT,
    /** Too many requests, or a quota that is used up. */
    RATE_LIMITED,
    /** No connection, a broken one, or an error of the server. */
    UNAVAILABLE,
    /** The key is missing, wrong, or not allowed to use the model. */
    UNAUTHORIZED,
    /** The provider does not take the question: no such model, or a field it does not know. */
    REJECTED,
    /** The response is not of the API's form: a page, cut JSON, or too long. */
    UNREADABLE,
    /** The model, or a filter before it, declines to answer. */
    REFUSED,
    /** The model answers, but not what was asked for. */
    SCHEMA_IGNORED,
    /** The service stops. */
    INTERRUPTED;

    /** As it is written in verdicts, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the same question may be answered a moment later. */
    public boolean passes() {
        return this == RATE_LIMITED || this == UNAVAILABLE;
    }

    /** Whether nobody was asked, or nobody waited for the answer. */
    public boolean isOurs() {
        return this == BUDGET || this == BUSY || this == CIRCUIT_OPEN || this == INTERRUPTED;
    }

    /** Whether it says something about the provider, and not about one question, which an attacker may have written. */
    public boolean isProviders() {
        return this == TIMEOUT
                || this == RATE_LIMITED
                || this == UNAVAILABLE
                || this == UNAUTHORIZED
                || this == UNREADABLE;
    }
}
