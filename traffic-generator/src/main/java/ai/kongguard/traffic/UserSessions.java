package ai.kongguard.traffic;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Honest users of a shop, forty at a time, each of whom browses, searches, looks at products, logs in, sometimes after a
 * wrong password, and orders. Element {@code i} depends on the seed and {@code i} alone. Thread-safe.
 */
public final class UserSessions {

    /** Users at the same time. */
    static final int LANES = 40;

    /** Requests of each. */
    static final int STEPS = 12;

    private static final double MISTYPES = 0.3;

    private static final List<String> WORDS = List.of(
            "running shoes",
            "men's jacket",
            "rock & roll vinyl",
            "usb-c cable 2m",
            "kid's bike 16\"",
            "O'Neill wetsuit",
            "coffee grinder",
            "select wines",
            "table lamp",
            "drop shoulder tee",
            "union jack mug",
            "4k monitor",
            "garden hose 1/2\"",
            "crème brûlée torch",
            "script font poster",
            "hand-cut saw");

    private final long seed;

    public UserSessions(long seed) {
        this.seed = seed;
    }

    /** Element {@code i}, from 0. */
    public GeneratedRequest at(long i) {
        long round = i / LANES;
        int step = (int) (round % STEPS);
        SplittableRandom user = Seeds.random(seed, "user", round / STEPS * LANES + i % LANES);
        SplittableRandom random = Seeds.random(seed, "visit", i);
        String address = address(user);
        String agent = Clients.browser(user);
        String session = Pick.hex(user, 32);
        String email = Pick.letters(user, Pick.number(user, 4, 9)) + user.nextInt(100) + "@example.org";
        boolean mistypes = Pick.chance(user, MISTYPES);
        int product = Pick.number(user, 1, 90_000);
        RequestDraft draft = draft(step, random, email, product, mistypes)
                .header("user-agent", agent)
                .header("accept", "text/html,application/json")
                .header("cookie", "session=" + session);
        return TrafficGenerator.finish(
                Seeds.id(~seed, i), random, draft, address, Truth.benign("session_" + (step + 1)));
    }

    private static RequestDraft draft(int step, SplittableRandom random, String email, int product, boolean mistypes) {
        return switch (step) {
            case 0 -> RequestDraft.of("GET", "/", "shop");
            case 1 ->
                RequestDraft.of("GET", "/products", "catalog")
                        .param("category", Pick.one(random, "books", "shoes", "garden", "music"))
                        .param("page", Integer.toString(Pick.number(random, 1, 9)));
            case 2 ->
                RequestDraft.of("GET", "/search", "catalog")
                        .param("q", PercentEncoding.component(Pick.one(random, WORDS)));
            case 3 -> product(Pick.number(random, 1, 90_000));
            case 4 -> product(product);
            case 5 -> mistypes ? login(random, email).status(401) : product(Pick.number(random, 1, 90_000));
            case 6 -> login(random, email);
            case 7 -> RequestDraft.of("GET", "/account", "shop");
            case 8 ->
                RequestDraft.of("POST", "/cart/add", "api")
                        .body(
                                "application/x-www-form-urlencoded",
                                "id=" + product + "&quantity=" + Pick.number(random, 1, 4));
            case 9 -> RequestDraft.of("GET", "/cart", "shop");
            case 10 ->
                RequestDraft.of("POST", "/checkout", "api")
                        .body(
                                "application/json",
                                "{\"items\":[{\"id\":" + product + ",\"quantity\":1}],\"email\":"
                                        + JsonText.quote(email) + ",\"note\":"
                                        + JsonText.quote("for " + Pick.one(random, WORDS)) + "}")
                        .status(201);
            default -> RequestDraft.of("GET", "/orders/" + Pick.number(random, 100_000, 999_999), "shop");
        };
    }

    private static RequestDraft product(int id) {
        return RequestDraft.of("GET", "/products/" + id, "catalog");
    }

    private static RequestDraft login(SplittableRandom random, String email) {
        return RequestDraft.of("POST", "/login", "forms")
                .body(
                        "application/x-www-form-urlencoded",
                        "email=" + PercentEncoding.component(email) + "&password=" + Pick.hex(random, 10));
    }

    /** One of very many households, a third of them with IPv6. */
    private static String address(SplittableRandom user) {
        if (Pick.chance(user, 0.33)) {
            return "2001:db8:" + Integer.toHexString(Pick.number(user, 1, 0x1000)) + ":"
                    + Integer.toHexString(Pick.number(user, 1, 0x100)) + "::" + Pick.number(user, 1, 10);
        }
        return "10." + Pick.number(user, 64, 96) + "." + user.nextInt(256) + "." + Pick.number(user, 1, 255);
    }
}
