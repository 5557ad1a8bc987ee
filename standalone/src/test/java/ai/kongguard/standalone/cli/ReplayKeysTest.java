package ai.kongguard.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import ai.kongguard.replay.play.Outlet;
import ai.kongguard.replay.play.PlaySettings;
import ai.kongguard.replay.play.PlayState;
import ai.kongguard.replay.play.Player;
import ai.kongguard.replay.play.SystemPlayClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReplayKeysTest {

    private static final Path GOLDEN = Path.of("../replay/src/test/resources/golden/traffic.kgr");

    private final Queue<Integer> pressed = new ConcurrentLinkedQueue<>();
    private final ReplayKeys keys = new ReplayKeys(millis -> pressed.isEmpty() ? -2 : pressed.remove());

    @Test
    void pausesSeeksAndStops() throws Exception {
        Recording recording = Recording.open(GOLDEN);
        Player player = new Player(
                recording, new PlaySettings(0.1, 1, null), new Counting(), new SystemPlayClock(InstantSource.system()));
        Thread thread = new Thread(player);
        thread.start();
        press(player, " ");
        await().until(() -> player.progress().state() == PlayState.PAUSED);
        // Ten records are of a second.
        press(player, "x\u001b[A+\u001b[C");
        await().until(() -> player.progress().position() == 200);
        press(player, "-\u001bOD");
        await().until(() -> player.progress().position() == 0);
        assertThat(player.progress().state()).isEqualTo(PlayState.PAUSED);
        press(player, " ");
        await().until(() -> player.progress().state() == PlayState.RUNNING);
        press(player, "q");
        thread.join(10_000);
        assertThat(player.progress().state()).isEqualTo(PlayState.STOPPED);
    }

    private void press(Player player, String text) throws IOException {
        text.chars().forEach(pressed::add);
        keys.heed(player);
        assertThat(pressed).isEmpty();
    }

    private static final class Counting implements Outlet {
        private final AtomicLong sent = new AtomicLong();

        @Override
        public boolean send(RecordedRecord record, int loop, Instant due) {
            sent.incrementAndGet();
            return true;
        }

        @Override
        public void flush() {}

        @Override
        public Tally tally() {
            return new Tally(sent.get(), 0, 0, null);
        }

        @Override
        public void close() {}
    }
}
