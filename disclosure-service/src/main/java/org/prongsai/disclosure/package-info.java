/** Takes what units disclose from draft to public and marks it; so far, marks given elsewhere are imported. */
@NullMarked
package org.prongsai.disclosure;

import org.jspecify.annotations.NullMarked;
