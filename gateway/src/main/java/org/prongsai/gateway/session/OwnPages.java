package org.prongsai.gateway.session;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a request comes from a page of ours, as only a browser can say and no page can make it say. */
record OwnPages(String origin) {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /**
     * Reading is allowed to links from everywhere; changing something to our own pages.
     *
     * @param site the header Sec-Fetch-Site, which today's browsers send where connections are trusted
     * @param from the header Origin, which decides where the other is absent
     */
    boolean allow(String method, @Nullable String site, @Nullable String from) {
        return SAFE.contains(method) || (site == null ? origin.equals(from) : site.equals("same-origin"));
    }
}
