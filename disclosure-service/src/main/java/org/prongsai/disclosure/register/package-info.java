/** This service's own copies of agencies, rounds and frameworks, kept from the compacted topics. */
@NullMarked
package org.prongsai.disclosure.register;

import org.jspecify.annotations.NullMarked;
