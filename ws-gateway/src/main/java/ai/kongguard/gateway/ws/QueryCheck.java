package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.stream.InvalidParameterException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import tools.jackson.databind.json.JsonMapper;

/** Answers a query that an endpoint cannot use with 400 and the parameter's name, before there is a socket. */
final class QueryCheck implements HandshakeInterceptor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SocketEndpoint endpoint;

    QueryCheck(SocketEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        try {
            endpoint.check(request.getURI());
            return true;
        } catch (InvalidParameterException e) {
            response.setStatusCode(HttpStatus.BAD_REQUEST);
            response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
            Map<String, String> problem = Map.of("detail", String.valueOf(e.getMessage()), "field", e.parameter());
            response.getBody().write(JSON.writeValueAsBytes(problem));
            return false;
        }
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception exception) {}
}
