package ai.kongguard.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A client that reads when the test says so. */
final class FakeConnection implements Connection {

    final List<String> received = new ArrayList<>();
    final List<CloseReason> closes = new ArrayList<>();
    boolean reading;
    private @Nullable Consumer<@Nullable Throwable> underWay;

    static FakeConnection reading() {
        FakeConnection connection = new FakeConnection();
        connection.reading = true;
        return connection;
    }

    @Override
    public void send(String text, Consumer<@Nullable Throwable> done) {
        if (underWay != null) {
            throw new IllegalStateException("two frames under way");
        }
        received.add(text);
        if (reading) {
            done.accept(null);
        } else {
            underWay = done;
        }
    }

    /** Takes the frame under way, and all further ones. */
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
    public void close(CloseReason reason) {
        closes.add(reason);
    }
}
