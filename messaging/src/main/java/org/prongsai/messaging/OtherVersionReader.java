package org.prongsai.messaging;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What a service says that finds a database made by another version of itself. */
public final class OtherVersionReader extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected FailureAnalysis analyze(Throwable start, FlywayValidateException mismatch) {
        return new FailureAnalysis(
                "The database was made by another version of this service, whose tables are others, and nothing converts"
                        + " them before the first release. " + mismatch.getMessage(),
                "Start the version that made it, or begin with empty data: ./prongsai up --fresh",
                mismatch);
    }
}
