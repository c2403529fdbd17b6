package org.prongsai.methodology;

import java.util.List;

/** Either the thing that was written down, or every reason why it cannot be read; never half of each. */
public sealed interface Parsed<T> {

    record Valid<T>(T value) implements Parsed<T> {}

    record Faulty<T>(List<Fault> faults) implements Parsed<T> {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    static <T> Parsed<T> of(T value, List<Fault> faults) {
        return faults.isEmpty() ? new Valid<>(value) : new Faulty<>(faults);
    }

    default List<Fault> problems() {
        return switch (this) {
            case Valid<T> _ -> List.of();
            case Faulty<T>(var faults) -> faults;
        };
    }

    default T orThrow() {
        return switch (this) {
            case Valid<T>(var value) -> value;
            case Faulty<T>(var faults) -> throw new IllegalArgumentException("refused: " + faults);
        };
    }
}
