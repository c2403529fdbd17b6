package org.prongsai.methodology.score;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.tally.Tally;

/**
 * The linearised variance of a weighted sum of question means, from the pair sums of one part; what each
 * question weighs is given.
 */
record Influence(Tally tally, Map<Integer, Ratio> weights) {
    private static final double NOTHING = 1e-12;

    /** How many gave it a value, and the sum of these: each pair of questions asks for both. */
    private record Question(int place, BigInteger valued, BigInteger sum) {}

    /** With the finite-population correction where the population is known. */
    Uncertainty uncertainty(@Nullable Integer population) {
        long n = tally.respondents();
        if (n < 2) return Uncertainty.UNKNOWN;
        var questions = weights.keySet().stream().sorted().map(this::question).toList();
        if (questions.stream().allMatch(q -> covariance(q, q).signum() == 0)) return new Uncertainty(Spread.NONE, 0);
        double spread = squares(questions) / (n - 1);
        // What people said varies, and yet cancels: nobody moves the score, up to what doubles can tell.
        if (spread < NOTHING) return new Uncertainty(Spread.NONE, 0);
        double left = population == null ? 1 : 1 - Math.min(1.0, (double) n / population);
        return new Uncertainty(left > 0 ? Spread.SAMPLED : Spread.CENSUS, Math.max(0, left * spread / n));
    }

    /** The sum of the squared influences of all respondents; influences sum to 0. Each pair of two questions counts twice. */
    private double squares(List<Question> questions) {
        var shares = questions.stream().mapToDouble(this::share).toArray();
        double sum = 0;
        for (int i = 0; i < shares.length; i++)
            for (int j = i; j < shares.length; j++)
                sum += (i == j ? 1 : 2)
                        * shares[i]
                        * shares[j]
                        * covariance(questions.get(i), questions.get(j)).doubleValue();
        return sum;
    }

    /** w(q) · n / n(q), over the second n(q) that {@code covariance} was multiplied by. */
    private double share(Question q) {
        double valued = q.valued().doubleValue();
        double weight = weights.getOrDefault(q.place(), Ratio.ZERO).approximate();
        return weight * tally.respondents() / valued / valued;
    }

    /**
     * The sum of products of deviations from the two means, times both numbers of valued answers: an integer, so
     * that no spread is exactly 0.
     */
    private BigInteger covariance(Question q, Question r) {
        var pair = tally.pair(q.place(), r.place());
        return q.valued()
                .multiply(r.valued())
                .multiply(big(pair.sumProduct()))
                .subtract(q.valued().multiply(r.sum()).multiply(big(pair.sumFirst())))
                .subtract(r.valued().multiply(q.sum()).multiply(big(pair.sumSecond())))
                .add(q.sum().multiply(r.sum()).multiply(big(pair.n())));
    }

    private Question question(int place) {
        return new Question(place, big(tally.valued(place)), big(tally.sum(place)));
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }
}
