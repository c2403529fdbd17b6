/** The public API seen from outside: signed in as a system, patient while it starts, clear when it refuses. */
@NullMarked
package org.prongsai.seeds.http;

import org.jspecify.annotations.NullMarked;
