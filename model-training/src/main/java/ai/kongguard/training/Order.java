package ai.kongguard.training;

import java.util.SplittableRandom;

/** The order in which samples are learned from, another one in each round. */
final class Order {

    private final int[] order;
    private final SplittableRandom random;

    Order(int size, long seed) {
        order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        random = new SplittableRandom(seed);
    }

    int[] shuffled() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }
}
