package ai.kongguard.standalone;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/** One slice per service; everything else is in none. */
final class ServiceSlices implements SliceAssignment {

    private static final Set<String> SERVICES = Set.of("ingest", "analyzer", "metrics", "gateway");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
        String[] parts = javaClass.getPackageName().split("\\.");
        return parts.length > 2 && SERVICES.contains(parts[2])
                ? SliceIdentifier.of(parts[2])
                : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "services";
    }
}
