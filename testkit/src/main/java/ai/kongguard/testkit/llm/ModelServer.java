package ai.kongguard.testkit.llm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * One model API on a local port. It refuses what the real one would refuse, counts what it is asked, and does what the
 * test says. It speaks HTTP itself, so that it can break off wherever a test wants it to. Thread-safe.
 */
public final class ModelServer implements AutoCloseable {

    private final ModelApi api;
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Queue<Reply> next = new ArrayDeque<>();
    private volatile Function<Question, Reply> answer;

    /** Listens from now on, and lets the model say this text until the test says otherwise. */
    public ModelServer(ModelApi api, String text) {
        this.api = api;
        this.answer = question -> says(text);
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** What a client is configured with. */
    public String baseUrl() {
        return "http://127.0.0.1:" + socket.getLocalPort() + api.basePath();
    }

    /** The model says this, at 1000 tokens in and 100 out. */
    public Reply says(String text) {
        return Reply.json(200, api.success(text, 1000, 100));
    }

    /** From now on every question is answered so. */
    public void answer(Function<Question, Reply> how) {
        answer = how;
    }

    /** The next questions are answered so, in this order; then the others as before. */
    public void next(Reply... replies) {
        synchronized (next) {
            next.addAll(List.of(replies));
        }
    }

    /** Questions since it was made, answered or not. */
    public int calls() {
        return questions.size();
    }

    /** What was asked, in order. */
    public List<Question> questions() {
        return List.copyOf(questions);
    }

    /** What the real API would have refused. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                open.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (SocketException closed) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            Question question = HttpQuestion.read(in);
            questions.add(question);
            Reply reply = reply(question);
            Thread.sleep(reply.delay().toMillis());
            send(connection, in, reply);
        } catch (HttpQuestion.Malformed wrong) {
            violations.add(wrong.toString());
        } catch (IOException clientWentAway) {
            // What a test does when it lets a call time out; the client's own view is what it asserts on.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(connection);
        }
    }

    private Reply reply(Question question) {
        List<String> wrong = api.violations(question);
        if (!wrong.isEmpty()) {
            violations.addAll(wrong);
            int status = wrong.contains("authorization") ? 401 : 400;
            return Reply.json(status, api.error(status, String.join(", ", wrong)));
        }
        synchronized (next) {
            Reply once = next.poll();
            if (once != null) {
                return once;
            }
        }
        return answer.apply(question);
    }

    private static void send(Socket connection, InputStream in, Reply reply) throws IOException {
        if (reply.end() == Reply.End.CLOSED) {
            return;
        }
        if (reply.end() == Reply.End.HALF_CLOSED) {
            connection.shutdownOutput();
            in.transferTo(OutputStream.nullOutputStream());
            return;
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Scripted\r\nContent-Type: "
                + reply.contentType() + "\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n");
        reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        OutputStream out = connection.getOutputStream();
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body, 0, reply.end() == Reply.End.TRUNCATED ? body.length / 2 : body.length);
        out.flush();
    }
}
