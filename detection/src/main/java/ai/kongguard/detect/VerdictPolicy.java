package ai.kongguard.detect;

public record VerdictPolicy(double block, double rateLimit, double monitor) {}
