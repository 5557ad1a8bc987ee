package ai.kongguard.llm;

import ai.kongguard.review.Prompt;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model costs. Immutable.
 *
 * @param inputUsd per million tokens
 * @param outputUsd per million tokens
 */
record Price(double inputUsd, double outputUsd) {

    private static final double MILLION = 1e6;

    /**
     * Reads prices as they are configured: {@code model=input/output}.
     *
     * @throws IllegalArgumentException if one is not of that form; the message names it
     */
    static Map<String, Price> byModel(List<String> prices) {
        Map<String, Price> byModel = new HashMap<>();
        for (String price : prices) {
            // The last one, since names of models may hold any of these characters.
            int equals = price.lastIndexOf('=');
            int slash = price.indexOf('/', equals + 1);
            if (equals < 1 || slash < 0) {
                throw wrong(price);
            }
            try {
                double input = new BigDecimal(price.substring(equals + 1, slash).strip()).doubleValue();
                double output = new BigDecimal(price.substring(slash + 1).strip()).doubleValue();
                if (input < 0 || output < 0) {
                    throw wrong(price);
                }
                byModel.put(price.substring(0, equals).strip(), new Price(input, output));
            } catch (NumberFormatException e) {
                throw wrong(price);
            }
        }
        return Map.copyOf(byModel);
    }

    private static IllegalArgumentException wrong(String price) {
        return new IllegalArgumentException("kongguard.llm.prices holds " + price
                + ", which is not MODEL=INPUT/OUTPUT in US dollars per million tokens");
    }

    double of(long inputTokens, long outputTokens) {
        return (inputTokens * inputUsd + outputTokens * outputUsd) / MILLION;
    }

    /** The most that an answer to this question can cost: a token is one byte at least. */
    double atMost(Prompt prompt, int maxOutputTokens) {
        long bytes = bytes(prompt.system()) + bytes(prompt.user()) + bytes(prompt.schema());
        return of(bytes, maxOutputTokens);
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
