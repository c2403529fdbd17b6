package org.prongsai.portal.comment;

import java.util.Map;
import org.prongsai.portal.survey.Office;
import org.prongsai.portal.survey.Told;

/**
 * The page on which a comment is written.
 *
 * @param text as it was typed
 * @param fault the key of what is wrong with it; empty where nothing is
 * @param seconds after which it is worth sending it again, where many others did
 * @param sent whether it was taken
 */
public record CommentView(
        Office.Agency agency, Office.Line line, String id, String text, String fault, int seconds, boolean sent) {

    /** Longest comment in Unicode code points. */
    public static final int LONGEST = 2000;

    private static final String CLOSED = "comment-closed";

    static CommentView empty(Office.Agency agency, Office.Line line, String id) {
        return new CommentView(agency, line, id, "", "", 0, false);
    }

    CommentView typed(String given, String typed) {
        return new CommentView(agency, line, given, typed, faultOf(typed), 0, false);
    }

    CommentView taken() {
        return new CommentView(agency, line, id, "", "", 0, true);
    }

    CommentView refused(Told told) {
        return new CommentView(agency, line, id, text, fault(told), told.soon(), false);
    }

    private static String fault(Told told) {
        if (told.busy()) return "busy-here";
        return told.type().equals("window-closed") ? CLOSED : "comment-failed";
    }

    /** Whether sending it again is of no use any more. */
    public boolean closed() {
        return fault.equals(CLOSED);
    }

    private static String faultOf(String typed) {
        if (typed.isBlank()) return "comment-empty";
        return typed.codePointCount(0, typed.length()) > LONGEST ? "comment-long" : "";
    }

    public boolean wrong() {
        return !fault.isEmpty();
    }

    public int longest() {
        return LONGEST;
    }

    /** For the gaps of what is said about it. */
    public Map<String, Integer> gaps() {
        return Map.of("n", LONGEST, "seconds", seconds);
    }

    @Override
    public String toString() {
        return "CommentView[…]";
    }
}
