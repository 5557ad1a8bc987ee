package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.SplittableRandom;
import java.util.function.Function;

/** What stands around a payload: paths, names and values such as honest requests have. */
final class CarrierWords {

    private static final Grammar GRAMMAR = Vocabulary.GRAMMAR.extend(
            """
            parameter ::=
              «id¦q¦query¦search¦s¦name¦user¦username¦email¦page¦p¦sort¦order¦orderby¦filter¦category¦cat¦lang»
              «file¦filename¦path¦dir¦folder¦doc¦document¦template¦view¦layout¦include¦module¦action¦cmd¦exec¦host¦ip»
              «url¦uri¦redirect¦return¦returnUrl¦next¦target¦dest¦callback¦link¦src¦image¦img¦ref¦domain¦site¦feed»
              «comment¦message¦text¦title¦subject¦body¦content¦description¦note¦address¦city¦country¦zip¦phone»
              «product¦productId¦item¦sku¦price¦quantity¦code¦coupon¦token¦key¦type¦status¦date¦from¦to¦limit¦offset»
              «uid¦userId¦user_id¦pid¦cid¦login¦password¦pass¦first_name¦last_name¦data¦value¦field¦column¦format»
              «letters 1..6»
              «noun»«_id¦Id¦_name¦»
            noun ::=
              «products¦users¦orders¦items¦articles¦posts¦comments¦reviews¦customers¦invoices¦payments¦files¦images»
              «reports¦accounts¦categories¦search¦cart¦profile¦settings¦messages¦events¦tickets¦downloads¦media¦news»
            path ::=
              4×/«noun»
              2×/«noun»/«1..90000»
              3×/api/«noun»
              2×/api/v«1..3»/«noun»
              /api/v«1..3»/«noun»/«1..9000»«?/«noun»»
              /«index¦view¦show¦search¦product¦item¦page¦list¦detail¦download¦login¦main¦news».«php¦php¦jsp¦asp¦aspx¦do¦html»
              /«shop¦blog¦app¦portal¦store¦forum¦de¦en»/«noun»
              /
              /«search¦find¦lookup¦query¦filter»
              /«noun»/«search¦list¦export¦view¦edit»
              /«letters 3..8»«?/«letters 3..8»»
            form_path ::=
              3×/«login¦contact¦comments¦register¦signup¦search¦feedback¦checkout¦subscribe¦account»
              «path»
            other_value ::=
              4×«0..200»
              2×«word»
              «en¦de¦fr¦en-US¦asc¦desc¦price¦name¦date¦all¦true¦false¦1¦json¦new»
              «word»%20«word»
              «hex 6..32»
              20«20..29»-0«1..9»-«10..28»
              «letters 3..7»%40example.com
              «1..900».«10..99»
              «»
            leaf ::=
              3×«1..9000»
              3×"«word»"
              «true¦false¦null»
              "«word» «word»"
              «1..400».«10..99»
              "«letters 3..8»@example.com"
              "20«20..29»-0«1..9»-«10..28»"
              "«hex 8..24»"
            prose ::=
              «Please¦Hello,¦Thanks,¦Hi,¦I think¦Could you¦My order¦The» «word» «is¦was¦looks¦and the» «word»
              «word» «word» «and¦or¦with¦for» «word»
              «word» «word»
              «Great¦Good¦Nice¦Bad» «word»«,¦.¦!¦:»«?«sp»«word» «word»»
              It's «word» - «word»
              «word»
            user_agent ::=
              3×Mozilla/5.0 («Windows NT 10.0; Win64; x64¦X11; Linux x86_64¦Macintosh; Intel Mac OS X 10_15_7») AppleWebKit/537.36
              «okhttp/«3..5».«0..9»¦curl/8.«0..16».0¦python-requests/2.«20..32»»
              «»
            script_name ::=
              3×«name».«php¦phtml¦php5¦php7¦pht¦phar¦jsp¦jspx¦asp¦aspx¦ashx¦asa¦cer¦cfm¦shtml¦py¦pl¦war»
              3×«name».«php¦phtml¦jsp¦aspx¦asp».«jpg¦png¦gif¦pdf¦txt»
              «name».«jpg¦png¦gif».«php¦phtml¦jsp¦asp»
              «name».«php¦jsp»%00.«jpg¦png»
              «name».«asp¦aspx»;.«jpg¦png»
              «name».«@mix php»
              «name».php«.¦%20¦::$DATA¦/¦....»
              «1..4×../»«name».«php¦jsp»
              .htaccess
              web.config
            """);

    private static final Function<SplittableRandom, String> PARAMETER = GRAMMAR.from("parameter");
    private static final Function<SplittableRandom, String> PATH = GRAMMAR.from("path");
    private static final Function<SplittableRandom, String> FORM_PATH = GRAMMAR.from("form_path");
    private static final Function<SplittableRandom, String> VALUE = GRAMMAR.from("other_value");
    private static final Function<SplittableRandom, String> LEAF = GRAMMAR.from("leaf");
    private static final Function<SplittableRandom, String> WORD = GRAMMAR.from("word");
    private static final Function<SplittableRandom, String> PROSE = GRAMMAR.from("prose");
    private static final Function<SplittableRandom, String> USER_AGENT = GRAMMAR.from("user_agent");
    private static final Function<SplittableRandom, String> SCRIPT_NAME = GRAMMAR.from("script_name");

    private CarrierWords() {}

    static String parameter(SplittableRandom r) {
        return PARAMETER.apply(r);
    }

    static String path(SplittableRandom r) {
        return PATH.apply(r);
    }

    static String formPath(SplittableRandom r) {
        return FORM_PATH.apply(r);
    }

    /** A value of a query, encoded. */
    static String value(SplittableRandom r) {
        return VALUE.apply(r);
    }

    /** A value of JSON. */
    static String leaf(SplittableRandom r) {
        return LEAF.apply(r);
    }

    static String word(SplittableRandom r) {
        return WORD.apply(r);
    }

    static String prose(SplittableRandom r) {
        return PROSE.apply(r);
    }

    static String userAgent(SplittableRandom r) {
        return USER_AGENT.apply(r);
    }

    /** The name of a file that a careless server would run. */
    static String scriptName(SplittableRandom r) {
        return SCRIPT_NAME.apply(r);
    }

    static String amidProse(SplittableRandom r, String payload) {
        String before = r.nextInt(3) > 0 ? sentences(r) + " " : "";
        String after = r.nextInt(3) > 0 ? " " + sentences(r) : "";
        return before + payload + after;
    }

    /** One or a few: a payload is no less one at the end of a long letter. */
    private static String sentences(SplittableRandom r) {
        StringBuilder sentences = new StringBuilder(prose(r));
        for (int i = r.nextInt(3) > 0 ? 0 : 1 + r.nextInt(5); i > 0; i--) {
            sentences.append(r.nextInt(5) > 0 ? ". " : ".\n").append(prose(r));
        }
        return sentences.toString();
    }
}
