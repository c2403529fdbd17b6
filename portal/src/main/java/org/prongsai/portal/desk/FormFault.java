package org.prongsai.portal.desk;

import java.util.List;
import java.util.Map;
import org.prongsai.portal.speech.Speech;

/**
 * What is wrong with one field of a form.
 *
 * @param field its name and id; empty where it is the form as a whole
 * @param key of the words
 */
public record FormFault(String field, String key, Map<String, ?> gaps) {

    public static FormFault of(String field, String key) {
        return new FormFault(field, key, Map.of());
    }

    public String in(Speech speech) {
        return speech.say(key, gaps);
    }

    /** All that is wrong with a form. */
    public record All(List<FormFault> all) {

        public static final All NONE = new All(List.of());

        public boolean any() {
            return !all.isEmpty();
        }

        public boolean at(String field) {
            return all.stream().anyMatch(fault -> fault.field().equals(field));
        }

        /** Those of a field. */
        public List<FormFault> of(String field) {
            return all.stream().filter(fault -> fault.field().equals(field)).toList();
        }
    }
}
