package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every family, by type. */
public final class AttackFamilies {

    private static final List<AttackFamily> ALL = Stream.of(
                    SqlInjection.FAMILIES,
                    SqlProbes.FAMILIES,
                    Xss.FAMILIES,
                    XssFragments.FAMILIES,
                    PathTraversal.FAMILIES,
                    PathProbes.FAMILIES,
                    CommandInjection.FAMILIES,
                    CommandFragments.FAMILIES,
                    QueryLanguages.FAMILIES,
                    DocumentQuery.FAMILIES,
                    TemplateInjection.FAMILIES,
                    ExternalEntity.FAMILIES,
                    RequestForgery.FAMILIES,
                    CodeExecution.FAMILIES,
                    CodeFragments.FAMILIES,
                    KnownFlaws.FAMILIES,
                    Abuse.FAMILIES)
            .flatMap(List::stream)
            .toList();

    private static final Map<ThreatType, List<AttackFamily>> BY_TYPE = byType();
    private static final List<ThreatType> TYPES = List.copyOf(BY_TYPE.keySet());

    private AttackFamilies() {}

    /** All of them. */
    public static List<AttackFamily> all() {
        return ALL;
    }

    /** The types that have a family. */
    public static List<ThreatType> types() {
        return TYPES;
    }

    /**
     * The families of one type.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static List<AttackFamily> of(ThreatType type) {
        List<AttackFamily> families = BY_TYPE.get(type);
        if (families == null) {
            throw new IllegalArgumentException("No attack family of type " + type.wireName() + "; there are " + TYPES);
        }
        return families;
    }

    private static Map<ThreatType, List<AttackFamily>> byType() {
        Map<ThreatType, List<AttackFamily>> families = new EnumMap<>(ThreatType.class);
        ALL.forEach(family -> families.computeIfAbsent(family.type(), type -> new ArrayList<>())
                .add(family));
        return families;
    }
}
