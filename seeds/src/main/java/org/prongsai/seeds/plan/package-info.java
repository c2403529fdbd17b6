/** How large a made-up round is: which units it has, what kind each is, and how many answer in each. */
@NullMarked
package org.prongsai.seeds.plan;

import org.jspecify.annotations.NullMarked;
