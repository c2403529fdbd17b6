package org.prongsai.seeds.demo;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.prongsai.methodology.framework.Option;

/** One question of a survey: where the options with a value lie, from worst to best, and where the one for those who do not know. */
final class Question {

    static final int NONE = -1;

    private final String code;
    private final int[] places;
    private final double[] values;
    private final int unknown;

    private Question(String code, int[] places, double[] values, int unknown) {
        this.code = code;
        this.places = places;
        this.values = values;
        this.unknown = unknown;
    }

    static Question of(org.prongsai.methodology.form.Question asked) {
        List<Option> options = asked.options();
        int[] valued = IntStream.range(0, options.size())
                .filter(place -> options.get(place).value() != null)
                .boxed()
                .sorted(Comparator.comparingInt(place -> value(options.get(place))))
                .mapToInt(Integer::intValue)
                .toArray();
        int unknown = IntStream.range(0, options.size())
                .filter(place -> options.get(place).value() == null)
                .findFirst()
                .orElse(NONE);
        double[] values = IntStream.of(valued)
                .mapToDouble(place -> value(options.get(place)))
                .toArray();
        return new Question(asked.code(), valued, values, unknown);
    }

    private static int value(Option option) {
        Integer value = option.value();
        return value == null ? 0 : value;
    }

    String code() {
        return code;
    }

    /** The place of "I don't know", or {@link #NONE}. */
    int unknown() {
        return unknown;
    }

    boolean yesOrNo() {
        return places.length == 2;
    }

    int worst() {
        return places[0];
    }

    int best() {
        return places[places.length - 1];
    }

    int nearest(double value) {
        int nearest = 0;
        for (int i = 1; i < places.length; i++)
            if (Math.abs(values[i] - value) < Math.abs(values[nearest] - value)) nearest = i;
        return places[nearest];
    }
}
