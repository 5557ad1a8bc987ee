package ai.kongguard.kafka;

import org.springframework.boot.SpringApplication;

/** Starts what creates all topics, and ends when they are there; for whoever may, so that the services need not. */
public final class TopicsApplication {

    private TopicsApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(TopicsConfiguration.class, args).close();
    }
}
