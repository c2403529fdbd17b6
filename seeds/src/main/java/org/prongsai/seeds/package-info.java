/** Data as a user would import it, and the loader that imports it through the public API only. */
@NullMarked
package org.prongsai.seeds;

import org.jspecify.annotations.NullMarked;
