/** Recognises text in a request that addresses a language model, to tell it what to answer. */
@NullMarked
package ai.kongguard.detect.prompt;

import org.jspecify.annotations.NullMarked;
