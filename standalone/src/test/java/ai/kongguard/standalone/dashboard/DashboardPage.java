package ai.kongguard.standalone.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser window of its own with the dashboard in it, and everything that must never happen in one: errors on the console, errors of
 * scripts, violations of the content security policy, dialogs, and requests to anybody but the gateways it was sent to.
 */
public final class DashboardPage {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Violations reach the console as errors only when they are not reported otherwise; this way all do. */
    private static final String TELL_VIOLATIONS =
            "addEventListener('securitypolicyviolation', (e) => console.error('violates ' + e.effectiveDirective + ': ' + e.blockedURI))";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BrowserContext context;
    private final Page page;
    private final Set<String> hosts = new HashSet<>();
    private final List<String> expected = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private String origin;

    public DashboardPage(Browser browser, String origin) {
        this.origin = origin;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        context.addInitScript(TELL_VIOLATIONS);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                note("console: " + message.text() + " " + message.location());
            }
        });
        context.onWebError(error -> note("script: " + error.error()));
        context.onDialog(this::dismiss);
        context.onRequest(this::watch);
        context.onPage(opened -> opened.onWebSocket(socket -> watch("socket", socket.url())));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE.toMillis());
    }

    /** Shows a place, such as {@code #/incidents}, on the gateway of the system or the one last named. */
    DashboardPage open(String place) {
        return navigate("/dashboard" + place);
    }

    /** Another document of the same gateway, where our modules may be imported but the page does not run. */
    DashboardPage openBare() {
        return navigate("/docs");
    }

    /** The same page on another gateway. */
    DashboardPage on(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    /** Opens a place, and waits until the page says that what it shows is live. */
    public DashboardPage openLive(String place) {
        open(place);
        awaitConnection("Live");
        return this;
    }

    /** A second tab of the same window, watched alike. */
    Page tab(String url) {
        Page tab = context.newPage();
        tab.setDefaultTimeout(PATIENCE.toMillis());
        tab.navigate(url);
        return tab;
    }

    public Page page() {
        return page;
    }

    String origin() {
        return origin;
    }

    Locator button(String name) {
        return role(AriaRole.BUTTON, name);
    }

    Locator role(AriaRole role, String name) {
        return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** The panel beside the views. */
    Locator details() {
        return role(AriaRole.COMPLEMENTARY, "Details");
    }

    /** What the page says of its connection. */
    Locator connection() {
        return page.getByRole(AriaRole.BANNER).getByRole(AriaRole.STATUS);
    }

    void awaitConnection(String words) {
        assertThat(connection())
                .hasText(
                        words,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                                .setTimeout(PATIENCE.toMillis()));
    }

    /** What a script answers that may await; it runs beside the page's own and sees the same modules. */
    JsonNode evaluate(String script) {
        Object json = page.evaluate("async () => JSON.stringify(await (async () => {" + script + "})()) ?? 'null'");
        return JSON.readTree(String.valueOf(json));
    }

    /** Waits in the thread that may talk to the browser. */
    static ConditionFactory await() {
        return Awaitility.await().pollInSameThread().atMost(PATIENCE);
    }

    /** Errors with these words belong to the test, such as that of a gateway that it stopped. */
    DashboardPage expecting(String... words) {
        expected.addAll(List.of(words));
        return this;
    }

    /** The test stops the gateway, so that calls of the page fail. */
    DashboardPage losingItsGateway() {
        return expecting(
                "ERR_CONNECTION_REFUSED",
                "ERR_CONNECTION_RESET",
                "ERR_EMPTY_RESPONSE",
                "WebSocket connection to",
                "503");
    }

    /** What must not have happened until now. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    public void photograph(Path file) {
        page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
    }

    public void close() {
        context.close();
    }

    private DashboardPage navigate(String path) {
        hosts.add(URI.create(origin).getAuthority());
        page.navigate(origin + path);
        return this;
    }

    private void dismiss(Dialog dialog) {
        note("dialog: " + dialog.message());
        dialog.dismiss();
    }

    private void watch(Request request) {
        watch("request", request.url());
    }

    private void watch(String what, String url) {
        URI uri = URI.create(url);
        boolean inline = uri.getScheme().equals("data") || uri.getScheme().equals("blob");
        if (!inline && !hosts.contains(uri.getAuthority())) {
            note(what + " to " + url);
        }
    }

    private void note(String problem) {
        if (expected.stream().noneMatch(problem::contains)) {
            problems.add(problem);
        }
    }
}
