/** Model APIs on local ports: true to their protocols, and scriptable down to broken connections. */
@NullMarked
package ai.kongguard.testkit.llm;

import org.jspecify.annotations.NullMarked;
