/** What must not be read at rest, and the key for it that no database holds. */
@NullMarked
package org.prongsai.assessment.seal;

import org.jspecify.annotations.NullMarked;
