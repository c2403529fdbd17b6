/** Scoring and checking files without any service, for researchers and methodologists. */
@NullMarked
package org.prongsai.methodology.command;

import org.jspecify.annotations.NullMarked;
