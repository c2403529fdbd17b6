/** Reads what scores rest on from the log's first record, with the code that hears it in the service. */
@NullMarked
package org.prongsai.scoring.replay;

import org.jspecify.annotations.NullMarked;
