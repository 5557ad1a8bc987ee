package ai.kongguard.standalone.containers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Skips, and says so, where no Docker engine answers or {@code KONGGUARD_TESTS_DOCKER=false} is set. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDocker.Condition.class)
@interface NeedsDocker {

    final class Condition implements ExecutionCondition {

        private static final String SWITCH = "KONGGUARD_TESTS_DOCKER";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if ("false".equals(System.getenv(SWITCH))) {
                return ConditionEvaluationResult.disabled(SWITCH + "=false: containers are not tested");
            }
            return DockerClientFactory.instance().isDockerAvailable()
                    ? ConditionEvaluationResult.enabled("a Docker engine answers")
                    : ConditionEvaluationResult.disabled("No Docker engine answers: containers are not tested");
        }
    }
}
