package org.prongsai.portal.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agency and what its people and its visitors are asked.
 *
 * @param surveys those that are open before those to come and those that are over
 */
public record Office(Agency agency, List<Line> surveys) {

    /** What of an agency pages say. */
    public record Agency(
            String agency,
            Map<String, String> name,
            String type,
            @Nullable String province) {}

    /**
     * A survey that these people can answer, could answer or will.
     *
     * @param lead the agency at which they answer, where that is another one
     * @param state {@code ahead}, {@code open} or {@code over}
     * @param open whether anybody may answer, without an invitation
     */
    public record Line(
            String round,
            Map<String, String> title,
            boolean synthetic,
            boolean rehearsal,
            String instrument,
            String framework,
            @Nullable String lead,
            String state,
            Instant opens,
            Instant closes,
            List<String> languages,
            int questions,
            boolean open) {

        /** How long an answer takes by experience with surveys of this kind: some thirteen seconds a question. */
        private static final double A_MINUTE = 4.5;

        public boolean isOpen() {
            return state.equals("open");
        }

        public boolean isOver() {
            return state.equals("over");
        }

        public long minutes() {
            return Math.max(1, Math.round(questions / A_MINUTE));
        }
    }

    public static final String EIT = "eit";
    public static final String IIT = "iit";

    /** The survey of this instrument to answer now, else the next one, else the last one. */
    public Optional<Line> survey(String instrument) {
        return surveys.stream()
                .filter(line -> line.instrument().equals(instrument))
                .findFirst();
    }

    /** The survey of this instrument in this round. */
    public Optional<Line> survey(String round, String instrument) {
        return surveys.stream()
                .filter(line -> line.round().equals(round) && line.instrument().equals(instrument))
                .findFirst();
    }
}
