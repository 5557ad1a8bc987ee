package ai.kongguard.standalone.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a {@link DashboardPage} of its own and the {@link RunningSystem} of all tests, and fails it for anything that must not
 * happen in a page. A failed test leaves a picture in {@code target/dashboard}. Without Chromium its tests are skipped.
 */
final class InBrowser implements BeforeAllCallback, ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(InBrowser.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        assumeTrue(
                Chromium.find() != null,
                "Chromium is neither on the path nor named by -Dkongguard.chromium: the dashboard is not run");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == DashboardPage.class || type == RunningSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunningSystem system = shared(context, RunningSystem.class, RunningSystem::start);
        if (parameter.getParameter().getType() == RunningSystem.class) {
            return system;
        }
        Chromium chromium = shared(context, Chromium.class, Chromium::start);
        DashboardPage page = new DashboardPage(chromium.browser(), system.origin());
        context.getStore(OURS).put(DashboardPage.class, page);
        return page;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        DashboardPage page = context.getStore(OURS).get(DashboardPage.class, DashboardPage.class);
        if (page == null) {
            return;
        }
        boolean passed = context.getExecutionException().isEmpty();
        try {
            if (!passed || !page.problems().isEmpty()) {
                page.photograph(Path.of("target", "dashboard", picture(context)));
            }
        } catch (PlaywrightException e) {
            context.publishReportEntry("no picture", String.valueOf(e.getMessage()));
        } finally {
            page.close();
        }
        if (passed) {
            assertThat(page.problems()).as("what must not happen in a page").isEmpty();
        }
    }

    private static String picture(ExtensionContext context) {
        String name = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName() + "-" + context.getDisplayName();
        return name.replaceAll("[^A-Za-z0-9]+", "-") + ".png";
    }

    /** Closed when all tests are over. */
    private static <T extends AutoCloseable> T shared(ExtensionContext context, Class<T> type, Supplier<T> start) {
        return context.getRoot().getStore(OURS).computeIfAbsent(type, key -> start.get(), type);
    }
}
