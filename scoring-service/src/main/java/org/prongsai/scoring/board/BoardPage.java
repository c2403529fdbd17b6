package org.prongsai.scoring.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.scoring.subtree.Summary;

/**
 * A page of scores.
 *
 * @param synthetic made up, for demonstration
 * @param rehearsal whether everybody only practises: such scores never count
 * @param summary of the whole subtree, whatever the filters; on the first page only
 */
public record BoardPage(
        List<ListedScore> items,
        @Nullable String next,
        boolean synthetic,
        boolean rehearsal,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Summary summary) {}
