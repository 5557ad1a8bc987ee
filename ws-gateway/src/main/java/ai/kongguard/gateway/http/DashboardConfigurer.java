package ai.kongguard.gateway.http;

import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the page at {@code /dashboard}; its parts are static resources below. */
public final class DashboardConfigurer implements WebMvcConfigurer {

    private static final String PAGE = "forward:/dashboard/index.html";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/dashboard").setViewName(PAGE);
        registry.addViewController("/dashboard/").setViewName(PAGE);
    }
}
