package org.prongsai.bench.load;

import java.nio.ByteBuffer;

/** What is sent next: a whole request, head and body, that nobody sent before. */
public interface Requests {

    void next(ByteBuffer into);
}
