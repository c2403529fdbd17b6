package org.prongsai.contracts;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands what an event may leave out: nothing but what its record marks as nullable, however deep inside. */
final class Whole {

    /** A field of a record, looked up once: a release has thousands of records inside. */
    private record Field(String name, Method accessor, boolean nullable) {

        static Field of(RecordComponent component) {
            return new Field(
                    component.getName(),
                    component.getAccessor(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        @Nullable
        Object value(Record of) {
            try {
                return accessor.invoke(of);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static final ClassValue<Field[]> FIELDS = new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toArray(Field[]::new);
        }
    };

    private Whole() {}

    /** The first thing that is missing. */
    static Optional<String> missing(Record of) {
        return Optional.ofNullable(first(of));
    }

    private static @Nullable String first(Record of) {
        for (var field : FIELDS.get(of.getClass())) {
            var value = field.value(of);
            if (value == null && !field.nullable()) return field.name() + " is missing";
            var inner = value == null ? null : inside(value);
            if (inner != null) return field.name() + ": " + inner;
        }
        return null;
    }

    private static @Nullable String inside(Object value) {
        if (value instanceof Record one) return first(one);
        if (!(value instanceof Collection<?> many)) return null;
        for (var each : many) {
            if (each == null) return "null";
            var inner = each instanceof Record one ? first(one) : null;
            if (inner != null) return inner;
        }
        return null;
    }
}
