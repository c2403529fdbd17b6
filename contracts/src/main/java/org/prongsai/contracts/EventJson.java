package org.prongsai.contracts;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How an event is written: plain JSON of the record; unknown fields of later versions are ignored when read. */
public final class EventJson {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(RecordMaker.module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    /** One for each type, found once. */
    private static final ClassValue<ObjectReader> READERS = new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> type) {
            return MAPPER.readerFor(type);
        }
    };

    private EventJson() {}

    public static String write(Event event) {
        return MAPPER.writeValueAsString(event);
    }

    /** @throws Unreadable if a body of this known type cannot be read: such a record is parked with the reason */
    public static <E extends Event> E read(Class<E> type, String body) throws Unreadable {
        try {
            E event = READERS.get(type).readValue(body);
            if (event == null) {
                throw new Unreadable(type.getSimpleName() + ": the body is the JSON value null");
            }
            Optional<String> missing = Whole.missing((Record) event);
            if (missing.isPresent()) {
                throw new Unreadable(type.getSimpleName() + ": " + missing.get());
            }
            return event;
        } catch (JacksonException e) {
            throw new Unreadable(type.getSimpleName() + ": " + reason(e));
        }
    }

    /** Where and what kind of fault, without the value: it may be an answer. */
    private static String reason(JacksonException e) {
        String where =
                e instanceof DatabindException bound ? bound.getPathReference() : String.valueOf(e.getLocation());
        return e.getClass().getSimpleName() + " at " + where;
    }

    /** A record of a known type that cannot be read; carries the reason, never the body (it may hold answers). */
    public static final class Unreadable extends Exception {
        public Unreadable(String reason) {
            super(reason);
        }
    }
}
