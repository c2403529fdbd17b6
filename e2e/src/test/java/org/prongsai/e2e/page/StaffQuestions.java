package org.prongsai.e2e.page;

import com.microsoft.playwright.Page;

/** The questions for staff with the slip before them, gone through on one screen. */
record StaffQuestions(Screen screen, PageRound round) {

    static final int COUNT = 15;

    /** With a slip's QR code, up to the first question. */
    StaffQuestions scan(PageRound.Slips slips, int slip) {
        screen.open(round.path("iit") + "#c=" + slips.codes().get(slip) + "&k=" + slips.keySha256());
        screen.page.click("#welcome .button");
        screen.page.click("[data-slip-next]");
        screen.waitFor("#q-i1");
        return this;
    }

    /** With a code that is typed and a key that is compared by eye, up to the first question. */
    StaffQuestions type(String code) {
        Page page = screen.page;
        // Another page first: an address that differs in what follows the # is the page that is open.
        screen.open("/glossary").open(round.path("iit") + "#slip");
        page.fill("#code", code);
        page.click("[data-slip-next]");
        return compare();
    }

    /** By name instead of a code, up to where the code would be typed. */
    StaffQuestions signIn(String account) {
        Page page = screen.page;
        screen.open("/glossary").open(round.path("iit") + "#slip");
        page.click("[data-sign-in]");
        fillIn(page, account);
        page.navigate(page.url().replaceAll("#.*", "") + "#slip");
        screen.waitFor("[data-by-name]");
        return this;
    }

    /** On the page of the issuer. */
    static void fillIn(Page page, String account) {
        page.fill("input[name=username]", account);
        page.fill("input[name=password]", "demo");
        page.click("button[type=submit]");
        page.waitForURL("**/iit?signed=in**");
    }

    StaffQuestions compare() {
        screen.waitFor("[data-key-print]");
        screen.page.click("label[for=print-same]");
        screen.page.click("[data-slip-next]");
        screen.waitFor("#q-i1");
        return this;
    }

    /** Answers every question by the option at this place, from 0, all at once. */
    StaffQuestions answer(int option) {
        Screen.choose(screen.page, 1, option);
        return this;
    }

    /** The same as people do it, one after the other. */
    StaffQuestions walk(int option) {
        Page page = screen.page;
        for (int i = 1; i <= COUNT; i++) {
            page.click("#q-i" + i + " label >> nth=" + option);
            page.click("#q-i" + i + " [data-next]");
        }
        return this;
    }

    /** Looks at the answers once more, and presses the button. */
    StaffQuestions press() {
        screen.page.click("[data-review]");
        screen.waitFor("#review");
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
