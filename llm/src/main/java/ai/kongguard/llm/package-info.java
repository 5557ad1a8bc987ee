/** Language models as reviewers: who is asked, how often, at what cost, and what happens when they fail. */
@NullMarked
package ai.kongguard.llm;

import org.jspecify.annotations.NullMarked;
