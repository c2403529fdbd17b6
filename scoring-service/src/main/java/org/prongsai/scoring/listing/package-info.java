/** What somebody asks a list for: whose subtree, which agencies of it, in which order. */
@NullMarked
package org.prongsai.scoring.listing;

import org.jspecify.annotations.NullMarked;
