/** Dates of both eras, windows and calendars; the time itself is always passed in. */
@NullMarked
package org.prongsai.methodology.calendar;

import org.jspecify.annotations.NullMarked;
