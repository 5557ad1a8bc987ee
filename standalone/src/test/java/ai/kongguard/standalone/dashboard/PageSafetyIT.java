package ai.kongguard.standalone.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the browser refuses on this page whatever we do wrong, and what the page costs. */
@ExtendWith(InBrowser.class)
class PageSafetyIT {

    private static final long MAX_SENT = 300_000;

    /** What is compressed on its way has to be parsed as a whole. */
    private static final long MAX_DECODED = 400_000;

    private static final double MAX_FIRST_PAINT_MS = 1000;

    @Test
    void itsPolicyAllowsNothingUnsafe(DashboardPage dashboard) {
        Page page = dashboard.page();
        Response response = page.waitForResponse("**/dashboard", () -> dashboard.openLive(""));
        String policy = response.headers().getOrDefault("content-security-policy", "");
        assertThat(policy).contains("default-src 'none'", "require-trusted-types-for 'script'");
        assertThat(policy).doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document.body.innerHTML = '<b>markup</b>'",
                "document.body.insertAdjacentHTML('beforeend', '<i>markup</i>')",
                "document.createElement('script').text = 'window.__pwned = 1'",
                "document.createElement('script').src = 'http://elsewhere.example/x.js'",
                "trustedTypes.createPolicy('ours', {})",
            })
    void textNeverBecomesMarkupOrScript(String attempt, DashboardPage dashboard) {
        dashboard.expecting("violates require-trusted-types-for", "violates trusted-types", "Trusted", "policy");
        dashboard.openLive("");
        assertThatThrownBy(() -> dashboard.page().evaluate("() => { " + attempt + " }"))
                .isInstanceOf(PlaywrightException.class);
    }

    @Test
    void noAttributeRunsOrStyles(DashboardPage dashboard) {
        dashboard.expecting("violates script-src-attr", "violates style-src-attr", "inline");
        Page page = dashboard.openLive("").page();
        page.evaluate(
                "() => { const p = document.createElement('p'); p.setAttribute('style', 'color: red'); document.body.append(p);"
                        + " window.colour = getComputedStyle(p).color; }");
        assertThat(page.evaluate("() => window.colour")).isNotEqualTo("rgb(255, 0, 0)");
    }

    @Test
    void weighsLittle(DashboardPage dashboard) {
        AtomicLong sent = new AtomicLong();
        AtomicLong decoded = new AtomicLong();
        Page page = dashboard.page();
        page.onRequestFinished(request -> {
            sent.addAndGet((long) request.sizes().responseBodySize + request.sizes().responseHeadersSize);
            if (!request.url().contains("/api/")) {
                decoded.addAndGet(request.response().body().length);
            }
        });
        dashboard.openLive("");
        DashboardPage.await().until(() -> dashboard
                .evaluate("return (await import('/dashboard/state/windows.js')).windows.value.tiers !== null")
                .asBoolean());
        assertThat(sent).as("bytes that were sent, data of the API too").hasValueBetween(10_000L, MAX_SENT);
        assertThat(decoded).as("bytes of the page itself, decoded").hasValueBetween(10_000L, MAX_DECODED);
    }

    /** The best of a few loads, since other programs may keep the machine busy. */
    @Test
    void paintsSoon(DashboardPage dashboard) {
        DashboardPage.await().untilAsserted(() -> {
            dashboard.openLive("");
            Object paint = dashboard
                    .page()
                    .evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
            assertThat(((Number) paint).doubleValue())
                    .as("ms to the first paint")
                    .isLessThan(MAX_FIRST_PAINT_MS);
        });
    }
}
