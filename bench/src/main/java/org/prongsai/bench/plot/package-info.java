/** Figures over sizes as pictures that anybody can read. */
@NullMarked
package org.prongsai.bench.plot;

import org.jspecify.annotations.NullMarked;
