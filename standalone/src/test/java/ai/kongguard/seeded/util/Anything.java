package ai.kongguard.seeded.util;

/** Breaks: packages are named by what they are, and every package is @NullMarked. */
public final class Anything {}
