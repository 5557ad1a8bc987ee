package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.RequestDraft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * What the customers of a web shop, and the programs around it, ask for. Ordinary calls of an API and a shop are about
 * three in five; the others carry text, code, rich text or documents.
 */
public final class BenignCalls {

    private static final List<Kind> KINDS = weighted(
            kind(9, "list", ResourceCalls::list),
            kind(9, "get", ResourceCalls::get),
            kind(5, "create", ResourceCalls::create),
            kind(3, "update", ResourceCalls::update),
            kind(2, "delete", ResourceCalls::delete),
            kind(1, "json_patch", ResourceCalls::jsonPatch),
            kind(1, "bulk", ResourceCalls::bulk),
            kind(4, "filter", ResourceCalls::filter),
            kind(4, "browse", ShopCalls::browse),
            kind(3, "product", ShopCalls::product),
            kind(5, "search", ShopCalls::search),
            kind(1, "autocomplete", ShopCalls::autocomplete),
            kind(2, "login", ShopCalls::login),
            kind(1, "register", ShopCalls::register),
            kind(2, "checkout", ShopCalls::checkout),
            kind(2, "cart", ShopCalls::cart),
            kind(1, "profile", ShopCalls::profile),
            kind(2, "contact", ShopCalls::contact),
            kind(3, "form", FormCalls::wide),
            kind(1, "redirect", ShopCalls::redirect),
            kind(5, "asset", FileCalls::asset),
            kind(2, "upload", FileCalls::upload),
            kind(2, "store", FileCalls::store),
            kind(2, "legacy", FileCalls::legacy),
            kind(1, "odd", FileCalls::odd),
            kind(2, "graphql", ProgramCalls::graphQl),
            kind(1, "json_rpc", ProgramCalls::jsonRpc),
            kind(1, "soap", ProgramCalls::soap),
            kind(1, "oauth", ProgramCalls::oauth),
            kind(1, "saml", ProgramCalls::saml),
            kind(2, "webhook", ProgramCalls::webhook),
            kind(2, "telemetry", ProgramCalls::telemetry),
            kind(1, "device_event", ProgramCalls::deviceEvent),
            kind(2, "health", ProgramCalls::health),
            kind(1, "well_known", ProgramCalls::wellKnown),
            bare(1, "preflight", ProgramCalls::preflight),
            kind(1, "feed", ProgramCalls::feed),
            kind(1, "proxy", ProgramCalls::proxy),
            kind(5, "comment", TextCalls::comment),
            kind(2, "chat", TextCalls::chat),
            kind(2, "ticket", TextCalls::ticket),
            kind(2, "issue", TextCalls::issue),
            kind(5, "snippet", DocumentCalls::snippet),
            kind(2, "report", DocumentCalls::report),
            kind(5, "article", TextCalls::article),
            kind(4, "document", DocumentCalls::document),
            kind(2, "translate", TextCalls::translate),
            kind(2, "settings", DocumentCalls::settings),
            kind(2, "xml", DocumentCalls::importXml),
            bare(8, "anywhere", TextCalls::anywhere));

    private BenignCalls() {}

    /** Draws one call. */
    public static Call call(SplittableRandom random) {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        RequestDraft draft = kind.draft.apply(random);
        if (kind.decorated) {
            HeaderValues.decorate(random, draft);
        }
        return new Call(kind.family, draft);
    }

    /** The names of all families, each once. */
    public static List<String> families() {
        return KINDS.stream().map(Kind::family).distinct().toList();
    }

    /**
     * A drawn call.
     *
     * @param family what it is, such as {@code search}
     * @param draft to be finished by the caller
     */
    public record Call(String family, RequestDraft draft) {}

    /** Decorated: gets the headers that clients add; not those whose point is a header of their own. */
    private record Kind(int weight, String family, boolean decorated, Function<SplittableRandom, RequestDraft> draft) {}

    private static Kind kind(int weight, String family, Function<SplittableRandom, RequestDraft> draft) {
        return new Kind(weight, family, true, draft);
    }

    private static Kind bare(int weight, String family, Function<SplittableRandom, RequestDraft> draft) {
        return new Kind(weight, family, false, draft);
    }

    private static List<Kind> weighted(Kind... kinds) {
        List<Kind> weighted = new ArrayList<>();
        for (Kind kind : kinds) {
            weighted.addAll(Collections.nCopies(kind.weight, kind));
        }
        return List.copyOf(weighted);
    }
}
