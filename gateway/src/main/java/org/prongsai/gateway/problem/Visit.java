package org.prongsai.gateway.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The address a browser was at when something failed, and how to come back to it. */
record Visit(String method, String path, @Nullable String query) {
    /** A link to //elsewhere would lead to another host. */
    Visit {
        path = path.replaceFirst("^/{2,}", "/");
    }

    /** A person opened a page, or sent a form: an address outside the API, asked for as a page. */
    boolean isForAPerson(@Nullable String accepted) {
        return !path.startsWith("/api/")
                && accepted != null
                && accepted.toLowerCase(Locale.ROOT).contains("text/html");
    }

    /** The language chosen in the address itself. */
    @Nullable
    String language() {
        return parameters()
                .filter(Visit::choosesLanguage)
                .map(parameter -> parameter.substring("lang=".length()))
                .findFirst()
                .orElse(null);
    }

    /** Only what was read can be asked for again by a link: a form is sent again by going back to it. */
    boolean isRepeatable() {
        return method.equals("GET") || method.equals("HEAD");
    }

    String again() {
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }

    String in(Language language) {
        return Stream.concat(
                        parameters().filter(parameter -> !choosesLanguage(parameter)),
                        Stream.of("lang=" + language.tag()))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private Stream<String> parameters() {
        return query == null || query.isEmpty() ? Stream.empty() : Arrays.stream(query.split("&"));
    }

    private static boolean choosesLanguage(String parameter) {
        return parameter.startsWith("lang=");
    }
}
