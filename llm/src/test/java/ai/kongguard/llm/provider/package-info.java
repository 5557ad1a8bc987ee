/** Every provider against a server that speaks its protocol. */
@NullMarked
package ai.kongguard.llm.provider;

import org.jspecify.annotations.NullMarked;
