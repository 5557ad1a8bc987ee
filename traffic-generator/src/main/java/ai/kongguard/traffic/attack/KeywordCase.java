package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.Pick;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/** Writes the key words of SQL as its writers do: small, capital, or here and there capital. */
final class KeywordCase {

    private static final double UPPER = 0.5;
    private static final double RANDOM = 0.07;

    private static final Set<String> KEYWORDS = Collections.list(
                    new StringTokenizer(
                            """
            select union all distinct from where and or xor not like rlike regexp in is null between
            exists having group order by limit offset procedure analyse into outfile dumpfile case
            when then else end as if waitfor delay sleep benchmark insert update delete drop table
            database values set exec execute declare varchar nvarchar convert cast concat concat_ws
            group_concat extractvalue updatexml count floor rand substring substr mid ascii ord
            length char chr version user load_file begin create alter truncate grant shutdown top
            div using elt ifnull coalesce row on join desc asc pg_sleep copy to program true false
            dual rownum
            """))
            .stream()
            .map(String.class::cast)
            .collect(Collectors.toUnmodifiableSet());

    private KeywordCase() {}

    static String anyOf(SplittableRandom random, String sql) {
        double style = random.nextDouble();
        if (style < UPPER) {
            return upper(sql, 1, random);
        }
        return style < UPPER + RANDOM ? upper(sql, 0.5, random) : sql;
    }

    private static String upper(String sql, double share, SplittableRandom random) {
        StringBuilder cased = new StringBuilder(sql.length());
        int from = 0;
        for (int i = 0; i <= sql.length(); i++) {
            if (i < sql.length() && isWordCharacter(sql.charAt(i))) {
                continue;
            }
            String word = sql.substring(from, i);
            boolean capital = KEYWORDS.contains(word) && (share >= 1 || Pick.chance(random, share));
            cased.append(capital ? word.toUpperCase(Locale.ROOT) : word);
            if (i < sql.length()) {
                cased.append(sql.charAt(i));
            }
            from = i + 1;
        }
        return cased.toString();
    }

    private static boolean isWordCharacter(char c) {
        return ((c >= 'a') && (c <= 'z')) || c == '_';
    }
}
