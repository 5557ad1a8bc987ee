package ai.kongguard.training;

/**
 * Logistic regression on one number: the log-odds of a yes are {@code intercept + slope * number}.
 *
 * @param slope what a unit of the number adds
 * @param intercept the log-odds at 0
 */
record Line(double slope, double intercept) {

    private static final int STEPS = 40;
    private static final double RIDGE = 1e-3;

    /** By Newton's method; every row counts by its weight. */
    static Line fit(float[] numbers, boolean[] labels, float[] weights) {
        double slope = 0.5;
        double intercept = 0;
        for (int step = 0; step < STEPS; step++) {
            double g0 = RIDGE * intercept;
            double g1 = RIDGE * slope;
            double h00 = RIDGE;
            double h01 = 0;
            double h11 = RIDGE;
            for (int i = 0; i < numbers.length; i++) {
                double x = numbers[i];
                double p = 1 / (1 + StrictMath.exp(-(intercept + slope * x)));
                double error = (p - (labels[i] ? 1 : 0)) * weights[i];
                double curve = Math.max(1e-9, p * (1 - p)) * weights[i];
                g0 += error;
                g1 += error * x;
                h00 += curve;
                h01 += curve * x;
                h11 += curve * x * x;
            }
            double determinant = h00 * h11 - h01 * h01;
            intercept -= (h11 * g0 - h01 * g1) / determinant;
            slope -= (h00 * g1 - h01 * g0) / determinant;
        }
        return new Line(slope, intercept);
    }
}
