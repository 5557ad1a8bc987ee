/** What Prometheus and Grafana are told to show, against what a running system exposes. */
@NullMarked
package ai.kongguard.standalone.observability;

import org.jspecify.annotations.NullMarked;
