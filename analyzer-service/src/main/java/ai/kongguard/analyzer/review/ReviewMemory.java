package ai.kongguard.analyzer.review;

import ai.kongguard.event.ReviewNote;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the notes say, read in the order of their log, so that all instances come to the same. Bounded: the keys that
 * were used least are forgotten, and asked about again. Thread-safe.
 */
final class ReviewMemory {

    private final Cache<String, Entry> entries;

    /** Both are kept, since a claim may come while an answer is still good. */
    private record Entry(@Nullable ReviewNote claim, @Nullable ReviewNote answer) {}

    ReviewMemory(int maxKeys) {
        entries = Caffeine.newBuilder().maximumSize(maxKeys).build();
    }

    void read(ReviewNote note) {
        entries.asMap().compute(note.key(), (key, known) -> next(known, note));
    }

    /** Who may ask; null when nobody may. */
    @Nullable ReviewNote claim(String key, Instant now) {
        Entry entry = entries.getIfPresent(key);
        ReviewNote claim = entry == null ? null : entry.claim;
        return claim != null && claim.until().isAfter(now) ? claim : null;
    }

    /** What was answered; null when nothing was, or it is too long ago. */
    @Nullable ReviewNote answer(String key, Instant now) {
        Entry entry = entries.getIfPresent(key);
        ReviewNote answer = entry == null ? null : entry.answer;
        return answer != null && answer.until().isAfter(now) ? answer : null;
    }

    /** Keys of which anything is known; about. */
    long size() {
        return entries.estimatedSize();
    }

    private static Entry next(@Nullable Entry known, ReviewNote note) {
        if (note.kind() == ReviewNote.Kind.ANSWER) {
            return new Entry(null, note);
        }
        if (known == null) {
            return new Entry(note, null);
        }
        ReviewNote holder = known.claim;
        // Whoever holds it may prolong it: after a crash the same instance comes back.
        boolean taken = holder != null
                && holder.until().isAfter(note.at())
                && !holder.instance().equals(note.instance());
        return taken ? known : new Entry(note, known.answer);
    }
}
