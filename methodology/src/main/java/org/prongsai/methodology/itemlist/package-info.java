/** An official list of items that arrives after a framework was drafted: laid beside it, and taken over. */
@NullMarked
package org.prongsai.methodology.itemlist;

import org.jspecify.annotations.NullMarked;
