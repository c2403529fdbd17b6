package org.prongsai.notification;

import org.prongsai.local.PostOffice;

/** Is not there: connections are refused until it is closed and the post office opens again. */
public final class AbsentMailServer implements AutoCloseable {
    private final PostOffice post;

    public AbsentMailServer(PostOffice post) {
        this.post = post;
        post.close();
    }

    @Override
    public void close() {
        post.open();
    }
}
