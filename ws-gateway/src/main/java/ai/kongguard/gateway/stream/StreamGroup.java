package ai.kongguard.gateway.stream;

import ai.kongguard.gateway.FeedSampler;
import ai.kongguard.gateway.Frame;
import ai.kongguard.gateway.GatewayMeters;
import ai.kongguard.gateway.Outbox;
import ai.kongguard.gateway.RateCap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sessions that want the same verdicts, which are chosen and put into a frame once for all. Under the hub's lock. */
final class StreamGroup {

    /** Verdicts of one batch for a session whose outbox fills up: those of the highest score. */
    private static final int UNDER_PRESSURE = 10;

    /** What a group has in common: the filter, and verdicts per second at most; 0 for no cap. */
    record Key(StreamFilter filter, int rate) {}

    private final Key key;
    private final RateCap cap;
    private final int frameBytes;
    private final GatewayMeters meters;
    private final Set<StreamSession> sessions = new LinkedHashSet<>();

    StreamGroup(Key key, int frameBytes, GatewayMeters meters, long nanos) {
        this.key = key;
        this.cap = new RateCap(key.rate(), nanos);
        this.frameBytes = frameBytes;
        this.meters = meters;
    }

    void add(StreamSession session) {
        sessions.add(session);
    }

    /** Whether it was there. */
    boolean remove(StreamSession session) {
        return sessions.remove(session);
    }

    boolean isEmpty() {
        return sessions.isEmpty();
    }

    /** Offers what came and is wanted; {@code always} says to tell the cursor even if that is nothing. */
    void show(List<Piece> came, Cursor cursor, boolean always, long nanos) {
        List<Piece> wanted = wantedOf(key.filter(), came);
        if (wanted.isEmpty() && !always) {
            return;
        }
        List<Piece> chosen = FeedSampler.choose(wanted, StreamGroup::score, cap, nanos);
        @Nullable List<Frame> all = null;
        @Nullable List<Frame> fewest = null;
        long bytes = chosen.stream().mapToLong(piece -> piece.json().length()).sum();
        for (StreamSession session : sessions) {
            Outbox outbox = session.outbox();
            if (chosen.size() <= UNDER_PRESSURE || (outbox.isRoomy() && outbox.canTake(bytes))) {
                all = all == null ? frames(chosen, wanted.size(), cursor) : all;
                offer(outbox, all, chosen.size(), wanted.size());
            } else {
                List<Piece> few = choose(chosen, UNDER_PRESSURE);
                fewest = fewest == null ? frames(few, wanted.size(), cursor) : fewest;
                offer(outbox, fewest, few.size(), wanted.size());
            }
        }
    }

    static List<Piece> wantedOf(StreamFilter filter, List<Piece> pieces) {
        return filter.equals(StreamFilter.ALL)
                ? pieces
                : pieces.stream()
                        .filter(piece -> filter.matches(piece.verdict()))
                        .toList();
    }

    private List<Frame> frames(List<Piece> chosen, int wanted, Cursor cursor) {
        return StreamFrames.batches(chosen, wanted - chosen.size(), cursor, false, frameBytes);
    }

    private void offer(Outbox outbox, List<Frame> frames, int chosen, int wanted) {
        frames.forEach(outbox::offer);
        meters.streamed(chosen, wanted - chosen);
    }

    private static List<Piece> choose(List<Piece> pieces, int max) {
        return FeedSampler.choose(pieces, StreamGroup::score, max);
    }

    private static double score(Piece piece) {
        return piece.verdict().score();
    }
}
