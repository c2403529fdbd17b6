package org.prongsai.messaging;

import java.util.Objects;
import java.util.stream.Collectors;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What a service says that finds a database made by another version of itself. */
public final class OtherVersionReader extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected FailureAnalysis analyze(Throwable start, FlywayValidateException mismatch) {
        return new FailureAnalysis(
                "The database was made by another version of this service, whose tables are others, and nothing converts"
                        + " them before the first release. " + found(mismatch),
                "Start the version that made it, or begin with empty data: ./prongsai up --fresh",
                mismatch);
    }

    /** Without Flyway's own advice, which is for those who write migrations. */
    private static String found(FlywayValidateException mismatch) {
        return Objects.requireNonNullElse(mismatch.getMessage(), "")
                .lines()
                .takeWhile(line -> !line.startsWith("Either ") && !line.startsWith("Need "))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
