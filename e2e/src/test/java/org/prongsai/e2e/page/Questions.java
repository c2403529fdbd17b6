package org.prongsai.e2e.page;

import com.microsoft.playwright.Page;

/** The questions for service users, gone through on one screen. */
record Questions(Screen screen, PageRound round) {

    static final int COUNT = 9;

    Questions begin() {
        screen.open(round.path("eit"));
        return this;
    }

    /** Answers every question by the option at this place, from 0, all at once. */
    Questions answer(int option) {
        Screen.choose(screen.page, 1, option);
        return this;
    }

    /** The same as people do it, one after the other. */
    Questions walk(int option) {
        Page page = screen.page;
        for (int i = 1; i <= COUNT; i++) {
            page.click("#q-e" + i + " label >> nth=" + option);
            page.click("#q-e" + i + " [data-next]");
        }
        return this;
    }

    Questions check() {
        screen.page.click("[data-review]");
        screen.waitFor("#review");
        return this;
    }

    Questions press() {
        screen.page.click("[data-send]");
        return this;
    }

    /** Sends, and returns the receipt. */
    String send() {
        press();
        screen.waitFor("#sent");
        return screen.page.textContent("[data-receipt]");
    }
}
