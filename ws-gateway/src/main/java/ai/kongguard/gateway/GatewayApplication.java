package ai.kongguard.gateway;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts one gateway. */
public final class GatewayApplication {

    private GatewayApplication() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(GatewayConfiguration.class)
                .properties("spring.config.name=gateway")
                .run(args);
    }
}
