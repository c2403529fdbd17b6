package org.prongsai.portal.desk;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.portal.speech.Speech;

/**
 * One thing that must come about in a round.
 *
 * @param key the middle of its words: {@code task-register}
 * @param why the words that say why it stands so
 * @param place where it is done, below the unit's page; null where nothing can be done
 */
public record Task(
        String key,
        State state,
        String why,
        Map<String, ?> gaps,
        @Nullable String place) {

    /** How a task stands. */
    public enum State {
        TO_DO,
        WAITING,
        DONE,
        NOT_NEEDED,
        MISSED;

        /** The end of its word and of its shape: {@code not-needed}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public String reason(Speech speech) {
        return speech.say(why, gaps);
    }

    Task at(@Nullable String other) {
        return new Task(key, state, why, gaps, other);
    }
}
