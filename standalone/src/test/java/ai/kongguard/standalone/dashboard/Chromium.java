package ai.kongguard.standalone.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Chromium of this machine, which Playwright drives; it downloads none of its own. Belongs to the thread that starts it. */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(program));
    }

    public static Chromium start() {
        Path program = find();
        if (program == null) {
            throw new IllegalStateException("Chromium is not installed");
        }
        return new Chromium(program);
    }

    /** The one that {@code -Dkongguard.chromium} names, or the first on the path; null when there is none. */
    public static @Nullable Path find() {
        String named = System.getProperty("kongguard.chromium");
        if (named != null) {
            return Path.of(named);
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
