/** This service's own copies of agencies, rounds and people, kept from the compacted topics. */
@NullMarked
package org.prongsai.notification.register;

import org.jspecify.annotations.NullMarked;
