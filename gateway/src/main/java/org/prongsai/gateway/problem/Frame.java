package org.prongsai.gateway.problem;

/** What every page of the gateway stands in: whose it is, the same page in the other language, and where people are protected and heard. */
final class Frame {
    private Frame() {}

    /**
     * One page.
     *
     * @param title what it is about, as text
     * @param other where the same is said in the other language; empty where that cannot be asked for
     * @param main what it says, in HTML
     * @param foot what stands at its very end, in HTML
     */
    static String around(Language language, String title, String other, String main, String foot) {
        return """
                <!doctype html>
                <html lang="%1$s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s · %3$s</title><link rel="stylesheet" href="/docs/page.css"></head>
                <body class="visit">
                <header><a class="home" href="%4$s">%3$s</a>%5$s</header>
                <main>
                <h1>%2$s</h1>
                %6$s</main>
                <footer>
                <ul><li><a href="%7$s">%8$s</a></li><li><a href="%9$s">%10$s</a></li></ul>
                <p>%11$s</p></footer>
                </body>
                </html>
                """.formatted(
                        language.tag(),
                        escape(title),
                        escape(language.text("visit.site")),
                        in(language, "/"),
                        inOtherLanguage(language, other),
                        main,
                        in(language, "/privacy"),
                        escape(language.text("visit.privacy")),
                        in(language, "/complaints"),
                        escape(language.text("visit.complain")),
                        foot);
    }

    /** A page of ours in this language, whatever the browser would ask for. */
    static String in(Language language, String path) {
        return path + "?lang=" + language.tag();
    }

    private static String inOtherLanguage(Language language, String address) {
        return address.isEmpty()
                ? ""
                : "<a lang=\"%1$s\" hreflang=\"%1$s\" href=\"%2$s\">%3$s</a>"
                        .formatted(language.other().tag(), escape(address), language.text("page.other"));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
