package org.prongsai.notification;

import org.prongsai.local.TestMailServer;

/** Is not there: connections are refused until it is closed and the post office opens again. */
public final class AbsentMailServer implements AutoCloseable {
    private final TestMailServer post;

    public AbsentMailServer(TestMailServer post) {
        this.post = post;
        post.close();
    }

    @Override
    public void close() {
        post.open();
    }
}
