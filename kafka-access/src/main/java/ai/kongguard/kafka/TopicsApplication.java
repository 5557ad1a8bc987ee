package ai.kongguard.kafka;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts what creates all topics, and ends when they are there; for whoever may, so that the services need not. */
public final class TopicsApplication {

    private TopicsApplication() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(TopicsConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(args)
                .close();
    }
}
