package ai.kongguard.standalone.observability;

import java.util.List;
import java.util.Set;

/** A metric that an expression reads: under which conditions, and by which labels it is grouped then. */
record Selector(String metric, List<Matcher> matchers, Set<String> grouping) {}
