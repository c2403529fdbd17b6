/** A platform that is measured, and what is known of its processes. */
@NullMarked
package org.prongsai.bench.stage;

import org.jspecify.annotations.NullMarked;
