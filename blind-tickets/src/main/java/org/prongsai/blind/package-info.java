/** Tickets that the issuer signs without seeing them (RFC 9474), and the invitation codes they are traded for. */
@NullMarked
package org.prongsai.blind;

import org.jspecify.annotations.NullMarked;
