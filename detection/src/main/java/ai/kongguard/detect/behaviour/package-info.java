/** What each client does over many requests: counted in windows of event time, told as findings. */
@NullMarked
package ai.kongguard.detect.behaviour;

import org.jspecify.annotations.NullMarked;
