package org.prongsai.seeds;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.prongsai.seeds.http.Refusal;
import org.prongsai.seeds.http.Unreachable;
import tools.jackson.core.JacksonException;

/** Tells the person who typed a command how it ended, and the shell by 0 done, 1 refused, 2 could not run. */
record OutcomeWriter(PrintStream err) {

    static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int COULD_NOT_RUN = 2;

    int of(Runnable work) {
        try {
            work.run();
            return DONE;
        } catch (Refusal refused) {
            return fail(REFUSED, "Refused: " + refused.getMessage());
        } catch (Unreachable silent) {
            return fail(COULD_NOT_RUN, "Could not reach the platform: " + silent.getMessage());
        } catch (IllegalArgumentException | UncheckedIOException wrong) {
            return fail(COULD_NOT_RUN, "Could not run: " + wrong.getMessage() + "\nTry --help.");
        } catch (JacksonException unreadable) {
            return fail(COULD_NOT_RUN, "Could not read a file or an answer: " + unreadable.getOriginalMessage());
        }
    }

    private int fail(int code, String message) {
        err.println();
        err.println(message);
        return code;
    }
}
