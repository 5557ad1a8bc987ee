package ai.kongguard.training;

import ai.kongguard.detect.model.NgramWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Trains one model without each fold of sources, and one with all. The trees learn from what n-grams say of sources they
 * were trained without, since that is what they will meet; so does the validation. The trees of a fold have seen n-gram
 * scores by models that knew the fold's requests, though never the requests themselves.
 */
final class Validation {

    private static final long SEED = 20261124;

    private final List<Sample> samples;
    private final Map<String, List<Sample>> folds;
    private final Progress progress;

    Validation(List<Sample> samples, Progress progress) {
        this.samples = samples;
        this.progress = progress;
        folds = samples.stream()
                .collect(Collectors.groupingBy(
                        sample -> Sources.fold(sample.source()), TreeMap::new, Collectors.toList()));
    }

    /**
     * The result.
     *
     * @param scored every sample by the model that was trained without its fold; empty when that was not asked for
     * @param complete the model that was trained on all
     */
    record Result(List<Scored> scored, Candidate complete) {}

    Result run(boolean leaveOneOut) {
        Map<String, NgramWeights> ngrams = each(fold -> NgramTrainer.train(without(fold), SEED), "n-grams");
        NgramWeights all = NgramTrainer.train(samples, SEED);
        progress.step("n-grams of everything");
        List<Scored> scored = new ArrayList<>();
        if (leaveOneOut) {
            Map<String, Candidate> candidates = each(fold -> candidate(fold, ngrams, found(ngrams, fold)), "trees");
            folds.forEach((fold, held) -> {
                Candidate candidate = found(candidates, fold);
                held.forEach(sample -> scored.add(candidate.score(sample)));
            });
        }
        Candidate complete = candidate("", ngrams, all);
        progress.step("trees of everything");
        return new Result(scored, complete);
    }

    private Candidate candidate(String leftOut, Map<String, NgramWeights> ngrams, NgramWeights own) {
        List<Sample> known = without(leftOut);
        GroupWeights weights = new GroupWeights(known);
        Table table = new Table();
        known.forEach(sample -> table.add(sample, found(ngrams, Sources.fold(sample.source())), weights.of(sample)));
        return new Candidate(own, TypeTrainer.train(known, own, SEED), table.train(TreeTrainer.Settings.DEFAULT));
    }

    private List<Sample> without(String fold) {
        return samples.stream()
                .filter(sample -> !Sources.fold(sample.source()).equals(fold))
                .toList();
    }

    /** One for each fold, two at a time; the result does not depend on who is first. */
    private <T> Map<String, T> each(Function<String, T> work, String what) {
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())));
        try {
            Map<String, Future<T>> futures = new TreeMap<>();
            folds.keySet()
                    .forEach(fold -> futures.put(fold, pool.submit(() -> {
                        T result = work.apply(fold);
                        progress.step(what + " without " + fold);
                        return result;
                    })));
            Map<String, T> results = new TreeMap<>();
            for (Map.Entry<String, Future<T>> future : futures.entrySet()) {
                results.put(future.getKey(), future.getValue().get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while training", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Training failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T found(Map<String, T> map, String key) {
        T value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("Nothing was trained without " + key);
        }
        return value;
    }
}
