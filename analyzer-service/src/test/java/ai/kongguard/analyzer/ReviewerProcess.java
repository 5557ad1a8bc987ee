package ai.kongguard.analyzer;

import ai.kongguard.llm.Reviewer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An analyzer with a model that takes a while, in a process of its own, so that it can be killed without a word. */
public final class ReviewerProcess {

    private static final Duration THINKS = Duration.ofMillis(150);

    private ReviewerProcess() {}

    public static void main(String[] args) {
        Reviewer reviewer = FakeReviewer.saying(0.9, THINKS);
        FakeReviewer.instead(reviewer).run(args);
    }

    static Process start(ReviewedTier tier, String instance) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ReviewerProcess.class.getName()));
        command.addAll(tier.arguments(instance));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
