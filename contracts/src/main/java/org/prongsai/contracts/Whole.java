package org.prongsai.contracts;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands what an event may leave out: nothing but what its record marks as nullable, however deep inside. */
final class Whole {
    private Whole() {}

    /** The first thing that is missing. */
    static Optional<String> missing(Record of) {
        return Arrays.stream(of.getClass().getRecordComponents())
                .flatMap(component -> missing(component, of).stream())
                .findFirst();
    }

    private static Optional<String> missing(RecordComponent component, Record of) {
        var value = value(component, of);
        if (value == null)
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    ? Optional.empty()
                    : Optional.of(component.getName() + " is missing");
        return inside(value)
                .flatMap(each -> each == null ? Stream.of("null") : missing(each).stream())
                .findFirst()
                .map(inner -> component.getName() + ": " + inner);
    }

    private static Stream<@Nullable Record> inside(Object value) {
        return switch (value) {
            case Record one -> Stream.of(one);
            case Collection<?> many ->
                many.stream()
                        .filter(each -> each == null || each instanceof Record)
                        .map(each -> (Record) each);
            default -> Stream.empty();
        };
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            var accessor = component.getAccessor();
            return accessor.invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
