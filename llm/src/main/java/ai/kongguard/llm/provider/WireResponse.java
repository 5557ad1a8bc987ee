package ai.kongguard.llm.provider;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** A response of a {@link Wire} as Spring's HTTP client reads one. */
record WireResponse(byte[] bytes) implements ClientHttpResponse {

    @Override
    public HttpStatusCode getStatusCode() {
        return HttpStatus.OK;
    }

    @Override
    public String getStatusText() {
        return HttpStatus.OK.getReasonPhrase();
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(org.springframework.http.MediaType.APPLICATION_JSON);
        return headers;
    }

    @Override
    public InputStream getBody() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public void close() {}

    /** Sends what Spring's HTTP client would have sent. */
    record Exchange(Wire wire) implements ClientHttpRequestInterceptor {

        @Override
        public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution unused)
                throws java.io.IOException {
            Request sent = new Request.Builder()
                    .url(request.getURI().toString())
                    .method(request.getMethod().name(), RequestBody.create(body, MediaType.get("application/json")))
                    .build();
            try (okhttp3.Response response = wire.send(sent)) {
                return new WireResponse(response.body().bytes());
            }
        }
    }
}
