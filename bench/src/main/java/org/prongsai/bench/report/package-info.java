/** What a run has to say, to people and to programs. */
@NullMarked
package org.prongsai.bench.report;

import org.jspecify.annotations.NullMarked;
