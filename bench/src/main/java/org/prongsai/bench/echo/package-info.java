/** A route without I/O, which the assessment service has only while it is measured: this jar lies beside it then. */
@NullMarked
package org.prongsai.bench.echo;

import org.jspecify.annotations.NullMarked;
