/**
 * How a service speaks HTTP: problems, the access table, pages, etags, languages and the audit trail.
 *
 * <p>Endpoints take {@code @RequestBody} as a value, never as a {@code Mono}: a Mono is read inside the writing of the
 * answer, and when the reading fails or the client goes away Spring 7.0 lets both release the same Netty buffer.
 */
@NullMarked
package org.prongsai.web;

import org.jspecify.annotations.NullMarked;
