/** What is kept of the answers: integers that add, merge and can be taken back exactly. */
@NullMarked
package org.prongsai.methodology.tally;

import org.jspecify.annotations.NullMarked;
