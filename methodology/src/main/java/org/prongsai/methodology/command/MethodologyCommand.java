package org.prongsai.methodology.command;

import java.util.Arrays;

/** The one door of this module's program: {@code score …} or {@code framework …}. */
public final class MethodologyCommand {
    private MethodologyCommand() {}

    public static void main(String[] typed) {
        var rest = typed.length == 0 ? typed : Arrays.copyOfRange(typed, 1, typed.length);
        switch (typed.length == 0 ? "" : typed[0]) {
            case "score" -> ScoreCommand.main(rest);
            case "framework" -> FrameworkCommand.main(rest);
            default -> {
                System.err.println("score or framework, and --help behind either");
                System.exit(2);
            }
        }
    }
}
