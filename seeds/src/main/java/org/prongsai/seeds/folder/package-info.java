/** A made-up round as files in a folder: what a platform can import, and what a recount must find. */
@NullMarked
package org.prongsai.seeds.folder;

import org.jspecify.annotations.NullMarked;
