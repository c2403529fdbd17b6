package org.prongsai.gateway.session;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a request comes from a page of ours, as only a browser can say and no page can make it say. */
record OwnPages(String origin) {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /**
     * Pages may be opened by links from everywhere. The API is for our own pages and for who types an address: some of what is
     * read there is noted in the reader's name. Changing something is for our own pages alone.
     *
     * @param site the header Sec-Fetch-Site, which today's browsers send where connections are trusted
     * @param from the header Origin, which decides where the other is absent
     */
    boolean allow(String method, String path, @Nullable String site, @Nullable String from) {
        if (SAFE.contains(method)) {
            return !path.startsWith("/api/") || site == null || site.equals("same-origin") || site.equals("none");
        }
        return site == null ? origin.equals(from) : site.equals("same-origin");
    }
}
