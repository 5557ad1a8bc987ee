package ai.kongguard.deploy;

import com.marcnuri.helm.jni.NativeLibrary;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** For tests that render: skipped where Helm's library is not among the dependencies. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "ai.kongguard.deploy.NeedsHelm$Library#isThere",
        disabledReason = "Helm's library is not there for this platform, so the chart is not tested here")
@interface NeedsHelm {

    /** What the tests need. */
    final class Library {

        private Library() {}

        /** Looked for here, because Helm.java would go and fetch it from the network. */
        static boolean isThere() {
            return NativeLibrary.serviceProviderLibrary(Library.class.getClassLoader()) != null;
        }
    }
}
