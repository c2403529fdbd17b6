package org.prongsai.portal.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.portal.speech.Speech;
import org.prongsai.portal.unit.Roster;
import org.prongsai.portal.unit.Round;
import org.prongsai.portal.unit.Standing;

/**
 * What the first page of the desk shows.
 *
 * @param sub of the visitor
 * @param roles codes, in the order of the access table
 * @param q what is searched for
 * @param paged whether the list goes on from an earlier page
 * @param wide whether the visitor may see so many units that a search is of use
 */
record DeskView(String sub, List<String> roles, String q, String sort, boolean wide, boolean paged, List<Part> parts) {

    /**
     * A round and the visitor's units in it.
     *
     * @param cards the same units with all that is to be done, where they are few
     */
    record Part(
            Round round,
            Roster roster,
            List<Card> cards,
            @Nullable Deadline next) {

        public boolean few() {
            return !cards.isEmpty();
        }

        public String asOf(Speech speech) {
            return roster.asOf() == null
                    ? ""
                    : Deadline.moment(speech, roster.asOf().toInstant());
        }

        public boolean counted() {
            return roster.items().stream().anyMatch(row -> !row.instruments().isEmpty());
        }
    }

    /** A unit and what is to be done for it. */
    record Card(
            Standing standing, List<Task> tasks, @Nullable Deadline next) {

        public String at() {
            return "/desk/" + standing.round().round() + "/" + standing.unit().agency();
        }
    }

    /** The order that a click on a column's head asks for. */
    public String turned(String column) {
        return sort.equals(column) ? "-" + column : column;
    }

    /** For {@code aria-sort}: null where the list is sorted otherwise. */
    public @Nullable String sorted(String column) {
        if (sort.equals(column)) return "ascending";
        return sort.equals("-" + column) ? "descending" : null;
    }
}
