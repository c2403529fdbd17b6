/** Counts everything again from the log's first record, and holds what is kept against it. */
@NullMarked
package org.prongsai.scoring.recount;

import org.jspecify.annotations.NullMarked;
