package org.prongsai.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;

/** A rule of the house: what it is called, why it exists, what to do instead, and how it finds who breaks it. */
record Rule(String name, String reason, String wayOut, Function<Code, List<String>> findings) {

    DynamicTest testOf(Code code) {
        return DynamicTest.dynamicTest(name, () -> {
            Optional<String> complaint = complaintAbout(code);
            if (complaint.isPresent()) {
                throw new AssertionError(complaint.get());
            }
        });
    }

    Optional<String> complaintAbout(Code code) {
        List<String> found = findings.apply(code);
        return found.isEmpty() ? Optional.empty() : Optional.of(complaint(found));
    }

    private String complaint(List<String> found) {
        return "%s: broken %s.%n  %s%nWhy: %s%nWay out: %s"
                .formatted(
                        name,
                        found.size() == 1 ? "once" : found.size() + " times",
                        String.join(System.lineSeparator() + "  ", found),
                        reason,
                        wayOut);
    }
}
