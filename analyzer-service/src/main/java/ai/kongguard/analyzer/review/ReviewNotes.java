package ai.kongguard.analyzer.review;

import ai.kongguard.event.ReviewNote;
import java.util.concurrent.CompletableFuture;

/** Where reviewers tell each other what they ask and hear; all read it in one order. Thread-safe. */
public interface ReviewNotes {

    /** Done when the note is stored; failed with the reason when that cannot be said in time. */
    CompletableFuture<Void> write(ReviewNote note);
}
