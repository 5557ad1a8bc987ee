package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.Pick;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Harmless values, before any encoding, awkward on purpose where detectors like to be wrong. From one word to
 * {@value #LONGEST} characters, mostly short.
 */
public final class BenignText {

    /** No value is longer. */
    public static final int LONGEST = 8_000;

    private static final List<Kind> KINDS = List.of(Kind.values());

    private BenignText() {}

    /** What a value is. */
    public enum Kind {
        /** What people write to each other, in many languages. */
        PROSE,
        /** What people write about software, with the notations they use. */
        TECHNICAL,
        /** Programs, statements, commands and templates, or whole lines of them. */
        CODE,
        /** HTML of editors, wiki text, Markdown. */
        RICH_TEXT,
        /** Documents of structured formats: JSON, XML, YAML, CSV and their like; filters and queries of an API. */
        FORMAT,
        /** People, companies, addresses. */
        NAME,
        /** Numbers, prices, times, sizes, formulae. */
        QUANTITY,
        /** What people type into a search box. */
        SEARCH,
        /** Keys, codes, file names. */
        IDENTIFIER,
        /** Tokens, digests, encoded bytes. */
        TOKEN,
        /** Addresses of resources. */
        URL
    }

    /** A value of any kind, each as likely. */
    public static String value(SplittableRandom random) {
        return value(random, Pick.one(random, KINDS));
    }

    /** A value of one kind. */
    public static String value(SplittableRandom random, Kind kind) {
        return Texture.atMost(draw(random, kind), LONGEST);
    }

    private static String draw(SplittableRandom r, Kind kind) {
        return switch (kind) {
            case PROSE -> Prose.value(r);
            case TECHNICAL -> TechnicalProse.value(r);
            case CODE -> SourceCode.value(r);
            case RICH_TEXT -> RichText.value(r);
            case FORMAT -> format(r);
            case NAME -> Names.value(r);
            case QUANTITY -> Quantities.value(r);
            case SEARCH -> Searches.value(r);
            case IDENTIFIER -> Pick.chance(r, 0.1) ? Awkward.state(r) : Identifiers.value(r);
            case TOKEN -> Tokens.value(r);
            case URL -> Urls.value(r);
        };
    }

    private static String format(SplittableRandom r) {
        return switch (r.nextInt(12)) {
            case 0, 1 -> XmlDocuments.value(r);
            case 2, 3 -> JsonDocuments.object(r);
            case 4 -> JsonDocuments.array(r);
            case 5, 6 -> Pick.chance(r, 0.5) ? Texture.excerpt(r, ConfigText.value(r)) : ConfigText.value(r);
            case 7 -> GraphQlText.value(r);
            case 8 -> Pick.chance(r, 0.5) ? JsonDocuments.lines(r) : ConfigText.csv(r);
            default -> QueryText.value(r);
        };
    }
}
