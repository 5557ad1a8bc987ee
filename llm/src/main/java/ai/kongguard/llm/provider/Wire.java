package ai.kongguard.llm.provider;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.InstantSource;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How all providers' clients reach the network: it stands in for that of their own HTTP clients, so that what is sent
 * twice, how long it takes, how much is read and what an error says are the same for all. Thread-safe.
 */
final class Wire implements Interceptor, AutoCloseable {

    private static final long MAX_ERROR_BYTES = 64 * 1024;
    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OkHttpClient http;
    private final long maxResponseBytes;
    private final BodyCheck check;
    private final InstantSource clock;
    private volatile boolean closed;

    /** @param check of a successful response, before the provider's own client reads it */
    Wire(ModelSettings settings, BodyCheck check, InstantSource clock) {
        this.maxResponseBytes = settings.maxResponseBytes();
        this.check = check;
        this.clock = clock;
        this.http = new OkHttpClient.Builder()
                .followRedirects(false)
                .connectTimeout(settings.timeout())
                .readTimeout(settings.timeout())
                .writeTimeout(settings.timeout())
                .callTimeout(settings.timeout())
                .build();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        return send(chain.request());
    }

    /** @throws CallFailedException if there is no JSON object that passes the check */
    Response send(Request request) throws CallFailedException {
        RequestBody body = request.body();
        Request once = body == null
                ? request
                : request.newBuilder().method(request.method(), new Once(body)).build();
        try (Response response = http.newCall(once).execute()) {
            if (!response.isSuccessful()) {
                throw ErrorReply.failure(response.code(), response.headers(), read(response, MAX_ERROR_BYTES), clock);
            }
            byte[] bytes = read(response, maxResponseBytes);
            check.check(object(bytes));
            return response.newBuilder()
                    .body(ResponseBody.create(bytes, JSON_TYPE))
                    .build();
        } catch (CallFailedException failed) {
            throw failed;
        } catch (IOException broken) {
            if (closed) {
                throw new CallFailedException(FailureReason.INTERRUPTED, "stopped while waiting for an answer");
            }
            if (broken instanceof InterruptedIOException) {
                throw new CallFailedException(FailureReason.TIMEOUT, "no whole response within the timeout");
            }
            throw new CallFailedException(
                    FailureReason.UNAVAILABLE,
                    "connection: " + broken.getClass().getSimpleName());
        }
    }

    private static byte[] read(Response response, long most) throws IOException {
        ResponseBody body = response.body();
        if (body == null) {
            return new byte[0];
        }
        BufferedSource source = body.source();
        if (source.request(most + 1)) {
            throw new CallFailedException(FailureReason.UNREADABLE, "response longer than " + most + " bytes");
        }
        return source.readByteArray();
    }

    private static JsonNode object(byte[] bytes) throws CallFailedException {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root.isObject()) {
                return root;
            }
        } catch (JacksonException notJson) {
            throw new CallFailedException(FailureReason.UNREADABLE, "response is no JSON");
        }
        throw new CallFailedException(FailureReason.UNREADABLE, "response is no JSON object");
    }

    /** Calls that run end with {@link FailureReason#INTERRUPTED}. */
    @Override
    public void close() {
        closed = true;
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
    }

    /** What a provider's successful response has to hold. */
    @FunctionalInterface
    interface BodyCheck {

        /** @throws CallFailedException if the model declined, or the response is not of the API's form */
        void check(JsonNode root) throws CallFailedException;
    }

    /** A body that OkHttp does not send again by itself, so that every call is one that the budget has seen. */
    private static final class Once extends RequestBody {

        private final RequestBody body;

        Once(RequestBody body) {
            this.body = body;
        }

        @Override
        @Nullable public MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }
    }
}
