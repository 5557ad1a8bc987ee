package ai.kongguard.gateway.http;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The descriptions of what this gateway offers, for programs and for people. */
@RestController
public final class DocsController {

    private static final String UTF_8_HTML = "text/html;charset=utf-8";

    private final String yaml;
    private final String json;
    private final String page;
    private final String asyncYaml;
    private final String asyncJson;

    public DocsController() {
        ApiDescription api = ApiDescription.ofHttp();
        yaml = api.yaml();
        json = api.json().toString();
        page = ApiPage.of(api.json());
        ApiDescription sockets = ApiDescription.ofSockets();
        asyncYaml = sockets.yaml();
        asyncJson = sockets.json().toString();
    }

    @GetMapping(path = "/openapi.yaml", produces = MediaType.APPLICATION_YAML_VALUE)
    String yaml() {
        return yaml;
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String json() {
        return json;
    }

    @GetMapping(path = "/asyncapi.yaml", produces = MediaType.APPLICATION_YAML_VALUE)
    String asyncYaml() {
        return asyncYaml;
    }

    @GetMapping(path = "/asyncapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String asyncJson() {
        return asyncJson;
    }

    @GetMapping(path = "/docs", produces = UTF_8_HTML)
    String page() {
        return page;
    }
}
