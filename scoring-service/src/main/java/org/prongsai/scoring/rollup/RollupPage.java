package org.prongsai.scoring.rollup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what the branches right below an agency come to.
 *
 * @param parent the agency with all its branches
 * @param synthetic made up, for demonstration
 * @param rehearsal whether everybody only practises: such scores never count
 */
record RollupPage(
        Branch parent, List<Branch> items, @Nullable String next, boolean synthetic, boolean rehearsal) {}
