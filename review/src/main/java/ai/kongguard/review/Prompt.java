package ai.kongguard.review;

/**
 * One question to a model. Immutable.
 *
 * @param system the instructions, which hold nothing of the request
 * @param user the request as data
 * @param schema JSON schema of the answer, in the subset that all providers take
 * @param version changes with the instructions and the schema, so that answers to older ones are not reused
 */
public record Prompt(String system, String user, String schema, String version) {}
