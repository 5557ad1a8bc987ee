package ai.kongguard.gateway.http;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the page at {@code /dashboard}; its parts are static resources below. */
public final class DashboardConfigurer implements WebMvcConfigurer {

    /** The page itself; from our class loader, since that of the thread may be one of a server that is stopped later. */
    public static final Resource PAGE =
            new ClassPathResource("static/dashboard/index.html", DashboardConfigurer.class.getClassLoader());

    private static final String VIEW = "forward:/dashboard/index.html";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/dashboard").setViewName(VIEW);
        registry.addViewController("/dashboard/").setViewName(VIEW);
    }
}
