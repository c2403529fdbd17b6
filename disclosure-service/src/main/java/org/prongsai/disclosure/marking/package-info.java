/** Marks of OIT items: how a file of them is read, kept and told. */
@NullMarked
package org.prongsai.disclosure.marking;

import org.jspecify.annotations.NullMarked;
