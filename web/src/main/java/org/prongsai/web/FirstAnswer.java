package org.prongsai.web;

import org.jspecify.annotations.Nullable;

/** What the first request with an Idempotency-Key was, and what it was answered; status 0 while it is still at work. */
record FirstAnswer(String fingerprint, int status, Headers headers, String body) {

    record Headers(
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag) {}

    boolean pending() {
        return status == 0;
    }
}
