/** Makes the scoring database again from the log, while answers keep coming. */
@NullMarked
package org.prongsai.scoring.rebuild;

import org.jspecify.annotations.NullMarked;
