/** The same judgement on request, for gateways and test clients. */
@NullMarked
package ai.kongguard.analyzer.http;

import org.jspecify.annotations.NullMarked;
