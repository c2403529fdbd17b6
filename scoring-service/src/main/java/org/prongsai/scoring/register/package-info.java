/** Local copies of agencies, rounds, frameworks and populations, and which scores hang on them. */
@NullMarked
package org.prongsai.scoring.register;

import org.jspecify.annotations.NullMarked;
