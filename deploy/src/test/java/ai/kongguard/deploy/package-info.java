/** Holds the Helm chart against Kubernetes, against the services it runs, and against what they are told. */
@NullMarked
package ai.kongguard.deploy;

import org.jspecify.annotations.NullMarked;
