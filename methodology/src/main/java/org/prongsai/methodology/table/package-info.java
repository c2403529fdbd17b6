/** Tables people hand in as CSV: counts, marks, populations, holidays, lists of items. */
@NullMarked
package org.prongsai.methodology.table;

import org.jspecify.annotations.NullMarked;
