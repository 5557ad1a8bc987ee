package ai.kongguard.gateway.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /}: tells a program what this is, and takes a person to the dashboard. */
@RestController
public final class RootController {

    private static final String DASHBOARD = "/dashboard";

    private final Supplier<String> aiProvider;

    /** {@code aiProvider} tells who is asked for second opinions, else the tier whose verdicts are shown first. */
    public RootController(Supplier<String> aiProvider) {
        this.aiProvider = aiProvider;
    }

    @GetMapping("/")
    ResponseEntity<Service> root(@RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        if (prefersHtml(accept)) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create(DASHBOARD))
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(new Service(
                        "Kong Guard AI - Real-Time Threat Analysis",
                        "operational",
                        "3.0.0",
                        aiProvider.get(),
                        "/ws",
                        DASHBOARD));
    }

    /** Whether HTML is named, and wanted more than JSON; {@code *}{@code /*} alone comes from a program. */
    private static boolean prefersHtml(@Nullable String accept) {
        List<MediaType> wanted;
        try {
            wanted = MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
        double html = quality(wanted, MediaType.TEXT_HTML);
        return html > 0 && html > quality(wanted, MediaType.APPLICATION_JSON);
    }

    private static double quality(List<MediaType> wanted, MediaType type) {
        return wanted.stream()
                .filter(type::equalsTypeAndSubtype)
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }

    /**
     * The six keys that existing clients know.
     *
     * @param version of the protocol, not of this program
     */
    record Service(
            @JsonProperty("service") String service,
            @JsonProperty("status") String status,
            @JsonProperty("version") String version,
            @JsonProperty("ai_provider") String aiProvider,
            @JsonProperty("websocket") String websocket,
            @JsonProperty("dashboard") String dashboard) {}
}
