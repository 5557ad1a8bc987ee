package ai.kongguard.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.Attack;
import ai.kongguard.traffic.attack.AttackFamilies;
import ai.kongguard.traffic.attack.AttackFamily;
import ai.kongguard.traffic.attack.Placement;
import java.net.URLDecoder;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlacementTest {

    private static final String MARK = "ethnol";

    @ParameterizedTest
    @EnumSource(Placement.class)
    void bringsThePayloadToItsPlace(Placement placement) {
        assertThat(drafts(placement, payload(placement), 400)).allSatisfy(draft -> assertThat(isThere(draft, placement))
                .as("%s ? %s %s %s", draft.path, draft.query, draft.headers, draft.body)
                .isTrue());
    }

    /** Else the carrier would tell an attack from honest traffic. */
    @Test
    void surroundsPayloadsWithManyNamesAndPaths() {
        List<RequestDraft> drafts = drafts(Placement.QUERY, MARK, 4_000);
        assertThat(drafts.stream().map(draft -> draft.path).distinct()).hasSizeGreaterThan(500);
        assertThat(drafts.stream().map(draft -> name(draft.query)).distinct()).hasSizeGreaterThan(120);
        assertThat(drafts.stream().filter(draft -> draft.query.contains("&"))).hasSizeBetween(1_500, 3_500);
    }

    @Test
    void everyPlacementIsUsed() {
        Set<Placement> used = AttackFamilies.all().stream()
                .flatMap(family -> family.placements().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).containsExactly(Placement.values());
    }

    /** Three of five payloads go out as their grammar wrote them. */
    @Test
    void mostPayloadsAreNotDisguised() {
        AttackFamily family = AttackFamilies.of(ThreatType.SQL_INJECTION).get(0);
        SplittableRandom random = new SplittableRandom(4);
        int plain = 0;
        for (int i = 0; i < 2_000; i++) {
            String drawn = family.payload().apply(random.split());
            SplittableRandom fixed = new SplittableRandom(i);
            AttackFamily constant = family(family.type(), Placement.JSON, drawn);
            plain += Attack.payload(fixed, constant).equals(drawn) ? 1 : 0;
        }
        assertThat(plain / 2_000.0).isBetween(0.6, 0.8);
    }

    private static boolean isThere(RequestDraft draft, Placement placement) {
        String path = decoded(draft.path);
        String query = decoded(draft.query);
        String body = String.valueOf(draft.body);
        return switch (placement) {
            case QUERY -> query.matches("(.*&)?[^&=]+=[^&=]*" + MARK + ".*");
            case QUERY_NAME -> query.matches("(.*&)?[^&=]*" + MARK + "[^&=]*=.*");
            case QUERY_ALONE -> query.equals(MARK);
            case QUERY_PAIRS -> query.matches("(.*&)?" + MARK + "\\[\\$ne]=1(&.*)?");
            case FORM -> isForm(draft) && decoded(body).matches("(.*&)?[^&=]+=" + MARK + "(&.*)?");
            case FORM_PAIRS -> isForm(draft) && body.matches("(.*&)?" + MARK + "\\[\\$ne]=1(&.*)?");
            case JSON -> isJson(draft) && body.matches("[{].*[:,\\[] ?\"" + MARK + "\".*}");
            case JSON_VALUE -> isJson(draft) && body.matches("[{].*[:,\\[] ?\\{\"" + MARK + "\":1}.*}");
            case JSON_BODY -> isJson(draft) && body.equals(payload(placement));
            case JSON_IN_FORM ->
                isForm(draft) && decoded(body).matches("(.*&)?[^&=]+=\\{\".*\"" + MARK + "\".*}(&.*)?");
            case PATH -> path.matches("/(.*/)?" + MARK + "(/.*)?");
            case RAW_PATH -> draft.path.endsWith(payload(placement));
            case ADDRESS -> (draft.path + "?" + draft.query).equals(payload(placement));
            case HEADER -> inHeader(draft);
            case CONTENT_TYPE -> MARK.equals(draft.headers.get("content-type"));
            case COOKIE -> draft.headers.getOrDefault("cookie", "").matches("(.*; )?[^=;]+=" + MARK + "(; .*)?");
            case MULTIPART -> body.matches("(?s).*name=\"[^\"]+\"\r\n\r\n" + MARK + "\r\n.*");
            case FILENAME -> body.matches("(?s).*filename=\"" + MARK + "[.a-z]*\".*");
            case UPLOAD -> body.matches("(?s).*filename=\"[^\"]+\"\r\nContent-Type: [^\r]+\r\n\r\n" + MARK + "\r\n.*");
            case XML ->
                body.equals(MARK)
                        && draft.headers.getOrDefault("content-type", "").contains("xml");
            case XML_LEAF -> body.matches("<.*[>\"\\[]" + MARK + "[<\"\\]].*>");
            case GRAPHQL -> body.matches("\\{\"query\":.*\"" + MARK + "\\\\?\".*}");
            case GRAPHQL_DOCUMENT -> body.startsWith("{\"query\":\"" + MARK) || query.equals("query=" + MARK);
        };
    }

    private static String payload(Placement placement) {
        return switch (placement) {
            case QUERY_PAIRS, FORM_PAIRS -> MARK + "[$ne]=1";
            case JSON_VALUE, JSON_BODY -> "{\"" + MARK + "\":1}";
            case RAW_PATH -> "../%2e./" + MARK;
            case ADDRESS -> "/a/..;/b?c=`id`&d[]=%0a" + MARK;
            default -> MARK;
        };
    }

    private static boolean inHeader(RequestDraft draft) {
        return draft.headers.entrySet().stream()
                .anyMatch(header ->
                        !header.getKey().equals("cookie") && header.getValue().endsWith(MARK));
    }

    private static List<RequestDraft> drafts(Placement placement, String payload, int count) {
        SplittableRandom random = new SplittableRandom(2);
        // A type without disguises.
        AttackFamily family = family(ThreatType.RANSOMWARE_C2, placement, payload);
        return Stream.generate(() -> Attack.compose(random, family))
                .limit(count)
                .toList();
    }

    private static AttackFamily family(ThreatType type, Placement placement, String payload) {
        return new AttackFamily("probe", type, false, List.of(placement), random -> payload);
    }

    private static String name(String query) {
        String before = query.substring(0, decoded(query).equals(query) ? query.indexOf(MARK) : query.indexOf('='));
        return before.substring(before.lastIndexOf('&') + 1);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static boolean isForm(RequestDraft draft) {
        return "application/x-www-form-urlencoded".equals(draft.headers.get("content-type"));
    }

    private static boolean isJson(RequestDraft draft) {
        return "application/json".equals(draft.headers.get("content-type"));
    }
}
