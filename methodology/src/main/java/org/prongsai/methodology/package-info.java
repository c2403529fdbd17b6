/** How an assessment is scored. */
@NullMarked
package org.prongsai.methodology;

import org.jspecify.annotations.NullMarked;
