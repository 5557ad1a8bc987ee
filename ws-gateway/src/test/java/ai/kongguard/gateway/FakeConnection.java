package ai.kongguard.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A client that reads when the test says so. */
final class FakeConnection implements Connection {

    final List<Frame> frames = new ArrayList<>();
    final List<String> received = new ArrayList<>();
    final List<CloseReason> closes = new ArrayList<>();
    final List<String> farewells = new ArrayList<>();
    int sends;
    boolean reading;
    private @Nullable Consumer<@Nullable Throwable> underWay;

    static FakeConnection reading() {
        FakeConnection connection = new FakeConnection();
        connection.reading = true;
        return connection;
    }

    @Override
    public void send(List<Frame> together, Consumer<@Nullable Throwable> done) {
        if (underWay != null) {
            throw new IllegalStateException("two sends under way");
        }
        sends++;
        frames.addAll(together);
        together.forEach(frame -> received.add(frame.text()));
        if (reading) {
            done.accept(null);
        } else {
            underWay = done;
        }
    }

    /** Takes the send under way, and all further ones. */
    void read() {
        reading = true;
        end(null);
    }

    void readOne() {
        end(null);
    }

    void fail() {
        end(new IOException("reset"));
    }

    private void end(@Nullable Throwable failure) {
        Consumer<@Nullable Throwable> done = underWay;
        underWay = null;
        if (done != null) {
            done.accept(failure);
        }
    }

    @Override
    public void close(CloseReason reason, String text) {
        closes.add(reason);
        farewells.add(text);
    }
}
