/** A survey seen by those who answer it and those who take the answers in. */
@NullMarked
package org.prongsai.methodology.form;

import org.jspecify.annotations.NullMarked;
