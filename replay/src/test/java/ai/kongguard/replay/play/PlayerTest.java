package ai.kongguard.replay.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import ai.kongguard.replay.compare.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {

    private static final long T0 = 1_700_000_000_000L;

    @TempDir
    private Path folder;

    private final VirtualClock clock = new VirtualClock();
    private final Sent sent = new Sent();

    @Test
    void everyRecordLeavesWhenItWasRecorded() throws IOException {
        Player player = play(settings(1), 0, 7, 7, 1000, 61_000);
        assertThat(sent.millis).containsExactly(0L, 7L, 7L, 1000L, 61_000L);
        assertThat(sent.due.get(4)).isEqualTo(VirtualClock.START.plusMillis(61_000));
        assertThat(player.progress())
                .isEqualTo(new PlayProgress(
                        PlayState.COMPLETED,
                        0,
                        5,
                        5,
                        5,
                        0,
                        0,
                        0,
                        0,
                        Instant.ofEpochMilli(T0 + 61_000),
                        Duration.ofMillis(61_000),
                        Duration.ZERO,
                        null));
    }

    @Test
    void speedDividesTime() throws IOException {
        play(settings(0.1), 0, 10, 30);
        assertThat(sent.millis).containsExactly(0L, 100L, 300L);
        sent.millis.clear();
        clock.pass(1000 - clock.millis());
        play(settings(100), 0, 1000, 60_000);
        assertThat(sent.millis).containsExactly(1000L, 1010L, 1600L);
    }

    @Test
    void asFastAsPossibleNeverWaits() throws IOException {
        play(settings(PlaySettings.AS_FAST_AS_POSSIBLE), 0, 1000, 60_000);
        assertThat(sent.millis).containsExactly(0L, 0L, 0L);
    }

    @Test
    void whatIsOlderThanOneBeforeIsDueWithThatOne() throws IOException {
        play(settings(1), 0, 100, 40, 90, 150);
        assertThat(sent.millis).containsExactly(0L, 100L, 100L, 100L, 150L);
    }

    @Test
    void recordsWithoutTimestampAreDueWithTheOneBefore() throws IOException {
        play(settings(1), -T0 - 1, 0, -T0 - 1, 20);
        assertThat(sent.millis).containsExactly(0L, 0L, 0L, 20L);
    }

    @Test
    void theGapCapShortensPausesAndNothingElse() throws IOException {
        play(new PlaySettings(2, 1, Duration.ofSeconds(10)), 0, 4000, 3_604_000, 3_605_000);
        assertThat(sent.millis).containsExactly(0L, 2000L, 7000L, 7500L);
    }

    @Test
    void whatIsLateDoesNotShiftWhatFollows() throws IOException {
        sent.takes = new long[] {250, 0, 0, 0};
        Player player = play(settings(1), 0, 100, 200, 300);
        assertThat(sent.millis).containsExactly(0L, 250L, 250L, 300L);
        assertThat(player.progress().late()).isEqualTo(1);
        assertThat(sent.due.get(1)).isEqualTo(VirtualClock.START.plusMillis(100));
    }

    @Test
    void aPauseStopsTheTimeOfTheRecording() throws IOException {
        Player player = player(settings(1), 0, 100, 200, 300);
        clock.at(150, player::pause).at(1150, player::resume);
        List<PlayState> states = new ArrayList<>();
        clock.at(1000, () -> states.add(player.progress().state()));
        player.run();
        assertThat(sent.millis.subList(0, 2)).containsExactly(0L, 100L);
        assertThat(sent.millis.get(2) - 1200).isBetween(0L, 50L);
        assertThat(sent.millis.get(3) - sent.millis.get(2)).isEqualTo(100);
        assertThat(states).containsExactly(PlayState.PAUSED);
    }

    @Test
    void seeksATimeForwardsAndBack() throws IOException {
        Player player = player(settings(1), 0, 100, 200, 10_000, 10_100);
        clock.at(150, () -> player.seek(Instant.ofEpochMilli(T0 + 9_000)));
        clock.at(200, () -> player.seek(Instant.ofEpochMilli(T0 + 200)));
        clock.at(210, () -> player.seek(Instant.ofEpochMilli(T0 + 10_050)));
        player.run();
        assertThat(sent.timestamps).containsExactly(0L, 100L, 10_000L, 200L, 10_100L);
        assertThat(sent.millis).containsExactly(0L, 100L, 150L, 200L, 210L);
        assertThat(player.progress().state()).isEqualTo(PlayState.COMPLETED);
    }

    @Test
    void seeksFromWhereItIs() throws IOException {
        Player player = player(settings(1), 0, 1_000, 11_000, 11_500);
        player.pause();
        clock.at(10, () -> player.seekBy(Duration.ofSeconds(1))).at(100, () -> player.seekBy(Duration.ofSeconds(10)));
        clock.at(200, player::resume).at(250, () -> player.seekBy(Duration.ofMinutes(-5)));
        clock.at(300, () -> player.seekBy(Duration.ofMinutes(5)));
        player.run();
        assertThat(sent.timestamps).containsExactly(11_000L, 0L);
        assertThat(player.progress().state()).isEqualTo(PlayState.COMPLETED);
    }

    @Test
    void seeksAPartOfAll() throws IOException {
        Player player = player(settings(1), 0, 10, 20, 30);
        player.seek(0.5);
        player.run();
        assertThat(sent.timestamps).containsExactly(20L, 30L);
        assertThatThrownBy(() -> player.seek(1.1)).hasMessage("fraction must be from 0 to 1, was 1.1");
    }

    @Test
    void aSeekWhilePausedStaysPaused() throws IOException {
        Player player = player(settings(1), 0, 100, 5000);
        clock.at(50, player::pause).at(60, () -> player.seek(Instant.ofEpochMilli(T0 + 5000)));
        clock.at(950, player::resume);
        player.run();
        assertThat(sent.timestamps).containsExactly(0L, 5000L);
        assertThat(sent.millis.get(1)).isBetween(950L, 1000L);
    }

    @Test
    void loopsFollowEachOther() throws IOException {
        Player player = play(new PlaySettings(1, 3, null), 0, 100);
        assertThat(sent.millis).containsExactly(0L, 100L, 100L, 200L, 200L, 300L);
        assertThat(sent.loops).containsExactly(0, 0, 1, 1, 2, 2);
        assertThat(player.progress().loop()).isEqualTo(2);
    }

    @Test
    void aStopEndsItAtOnce() throws IOException {
        Player player = player(new PlaySettings(1, 5, null), 0, 100, 3_600_000);
        clock.at(150, player::stop);
        player.run();
        assertThat(sent.timestamps).containsExactly(0L, 100L);
        assertThat(player.progress().state()).isEqualTo(PlayState.STOPPED);
        assertThat(player.progress().elapsed()).isEqualTo(Duration.ofMillis(150));
        assertThat(sent.flushed).isTrue();
    }

    @Test
    void whatIsLeftOutIsCounted() throws IOException {
        sent.accepts = false;
        assertThat(play(settings(1), 0, 1).progress().skipped()).isEqualTo(2);
    }

    @Test
    void playsWhatIsSoundOfADamagedFileAndNamesTheRecord() throws IOException {
        Path whole = folder.resolve("whole");
        Recordings.write(whole, records(0, 5, 10));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 30));
        Player player = new Player(Recording.open(cut), settings(1), sent, clock);
        player.run();
        assertThat(sent.timestamps).containsExactly(0L, 5L, 10L);
        assertThat(player.progress().state()).isEqualTo(PlayState.FAILED);
        assertThat(player.progress().records()).isEqualTo(-1);
        assertThat(player.progress().reason()).startsWith("Record 3 cannot be read");
    }

    @Test
    void refusesWhatNobodyCanPlay() {
        assertThatThrownBy(() -> settings(0.05)).hasMessage("speed must be from 0.1 to 100.0, was 0.05");
        assertThatThrownBy(() -> settings(Double.NaN)).hasMessageContaining("speed");
        assertThatThrownBy(() -> new PlaySettings(1, 0, null)).hasMessageContaining("loops");
        assertThatThrownBy(() -> new PlaySettings(1, 1, Duration.ofSeconds(-1))).hasMessageContaining("gap-cap");
    }

    private static PlaySettings settings(double speed) {
        return new PlaySettings(speed, 1, null);
    }

    private Player play(PlaySettings settings, long... offsets) throws IOException {
        Player player = player(settings, offsets);
        player.run();
        return player;
    }

    private Player player(PlaySettings settings, long... offsets) throws IOException {
        return new Player(Recordings.write(folder.resolve("recording"), records(offsets)), settings, sent, clock);
    }

    private static List<RecordedRecord> records(long... offsets) {
        return Arrays.stream(offsets)
                .mapToObj(at -> new RecordedRecord("any", 0, 0, T0 + at, false, null, null, List.of()))
                .toList();
    }

    /** What was sent when, by the clock of the test. */
    private final class Sent implements Outlet {
        final List<Long> millis = new ArrayList<>();
        final List<Long> timestamps = new ArrayList<>();
        final List<Integer> loops = new ArrayList<>();
        final List<Instant> due = new ArrayList<>();
        long @Nullable [] takes;
        boolean accepts = true;
        boolean flushed;

        @Override
        public boolean send(RecordedRecord record, int loop, Instant dueAt) {
            if (!accepts) {
                return false;
            }
            millis.add(clock.millis());
            timestamps.add(record.timestamp() - T0);
            loops.add(loop);
            due.add(dueAt);
            if (takes != null) {
                clock.pass(takes[millis.size() - 1]);
            }
            return true;
        }

        @Override
        public void flush() {
            flushed = true;
        }

        @Override
        public Tally tally() {
            return new Tally(millis.size(), 0, 0, null);
        }

        @Override
        public void close() {}
    }
}
