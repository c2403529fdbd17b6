/** Scores side by side: sorted, filtered, page by page, and summed up over a subtree. */
@NullMarked
package org.prongsai.scoring.board;

import org.jspecify.annotations.NullMarked;
