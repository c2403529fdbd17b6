package org.prongsai.portal.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.portal.survey.Office;
import org.prongsai.portal.survey.Told;

class CommentViewTest {

    private static final CommentView EMPTY =
            CommentView.empty(new Office.Agency("a", Map.of(), "province", null), null, "id");

    @ParameterizedTest
    @CsvSource({
        "ดี,    1,    ''",
        "a,     2000, ''",
        "a,     2001, comment-long",
        "👩‍👩‍👧, 400,  ''",
        "👩‍👩‍👧, 401,  comment-long",
        "' ',   5,    comment-empty",
        "'',    1,    comment-empty"
    })
    void aCommentHasAtMostTwoThousandCodePoints(String text, int times, String fault) {
        var view = EMPTY.typed("id", text.repeat(times));
        assertThat(view.fault()).isEqualTo(fault);
        assertThat(view.wrong()).isEqualTo(!fault.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "window-closed, comment-closed",
        "busy, busy-here",
        "too-many-requests, busy-here",
        "conflict, comment-failed"
    })
    void aRefusalKeepsWhatWasTyped(String type, String fault) {
        var view = EMPTY.typed("id", "hello").refused(new Told(422, type, "", 0, List.of()));
        assertThat(view.fault()).isEqualTo(fault);
        assertThat(view.text()).isEqualTo("hello");
        assertThat(view).hasToString("CommentView[…]");
    }
}
