package org.prongsai.bench.intake;

import java.nio.ByteBuffer;

/** What is sent next: a whole request, head and body, that nobody sent before. */
interface Requests {

    void next(ByteBuffer into);
}
