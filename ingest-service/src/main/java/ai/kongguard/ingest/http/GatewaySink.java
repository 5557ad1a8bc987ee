package ai.kongguard.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.ingest.simulation.GatewayTarget;
import ai.kongguard.ingest.simulation.RequestSink;
import ai.kongguard.ingest.simulation.RunRequest;
import ai.kongguard.traffic.GeneratedRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Real requests to the configured gateway, and to nobody else: no redirect is followed. */
public final class GatewaySink {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Unanswered requests at a time. */
    private static final int MOST_OPEN = 512;

    /** Headers that the client writes itself. */
    private static final Set<String> NOT_OURS =
            Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding");

    private final GatewayTarget target;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    public GatewaySink(GatewayTarget target) {
        this.target = target;
    }

    /**
     * A sink for one run, whose target is checked now.
     *
     * @throws ai.kongguard.ingest.simulation.RefusedRunException if it must not be sent to
     */
    public RequestSink open() {
        URI url = target.url();
        String base = url.getScheme() + "://" + url.getRawAuthority();
        Semaphore room = new Semaphore(MOST_OPEN);
        return (request, outcome) -> send(base, room, request, outcome);
    }

    private void send(String base, Semaphore room, RunRequest request, RequestSink.Outcome outcome) {
        HttpRequest wire;
        try {
            wire = wire(base, request.generated());
        } catch (IllegalArgumentException e) {
            outcome.failed("the HTTP client refuses to send it: " + e.getMessage());
            return;
        }
        room.acquireUninterruptibly();
        var unused = http.sendAsync(wire, BodyHandlers.discarding()).whenComplete((response, failure) -> {
            room.release();
            if (failure == null) {
                outcome.sent(response.statusCode() == 403 || response.statusCode() == 429);
            } else {
                outcome.failed(failure.toString());
            }
        });
    }

    private static HttpRequest wire(String base, GeneratedRequest g) {
        String target = g.path() + (g.query().isEmpty() ? "" : "?" + g.query());
        HttpRequest.Builder wire =
                HttpRequest.newBuilder(URI.create(base + legal(target))).timeout(TIMEOUT);
        String body = g.body();
        wire.method(g.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8));
        for (Map.Entry<String, String> header : g.headers().entrySet()) {
            if (!NOT_OURS.contains(header.getKey())) {
                wire.header(header.getKey(), header.getValue());
            }
        }
        return wire.build();
    }

    /** Characters that URIs must not have, and attackers send all the same, as percent codes. */
    private static String legal(String target) {
        StringBuilder out = new StringBuilder(target.length() + 16);
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            boolean code = c == '%' && i + 2 < target.length() && isHex(target, i + 1) && isHex(target, i + 2);
            if (code || (c > ' ' && c < 0x7f && "\"<>\\^`{|}[]#%".indexOf(c) < 0)) {
                out.append(c);
            } else {
                for (byte one : String.valueOf(c).getBytes(UTF_8)) {
                    out.append('%')
                            .append(Character.forDigit(one >> 4 & 15, 16))
                            .append(Character.forDigit(one & 15, 16));
                }
            }
        }
        return out.toString();
    }

    private static boolean isHex(String text, int at) {
        return Character.digit(text.charAt(at), 16) >= 0;
    }
}
