/** The seed files: where they lie and what is worked out from them before they are sent. */
@NullMarked
package org.prongsai.seeds.file;

import org.jspecify.annotations.NullMarked;
