/** Frameworks as text: JSON or YAML in with every fault at once, canonical JSON out. */
@NullMarked
package org.prongsai.methodology.file;

import org.jspecify.annotations.NullMarked;
