package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class BareTest {

    @Test
    void whatBrokeAndWhereIsKept() {
        var failure = new IllegalStateException("no such level", new ArithmeticException("by zero"));
        assertThat(printed(failure)).contains("IllegalStateException: no such level", "by zero", "BareTest.java");
    }

    @Test
    void whatADatabaseQuotesIsNot() {
        var refused = new R2dbcDataIntegrityViolationException("Key (sub)=(demo-somchai) already exists");
        var failure = new IllegalStateException(
                "because of demo-somchai", new DataIntegrityViolationException("insert demo-somchai", refused));
        assertThat(printed(failure))
                .contains("IllegalStateException", "DataIntegrityViolationException", "R2dbcDataIntegrity")
                .doesNotContain("somchai");
        assertThat(Bare.words(failure)).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void norIsTheAddressThatReactorAttaches() {
        var failure = new IllegalStateException("broken");
        failure.addSuppressed(new Exception("HTTP GET \"/api/v1/people/demo-somchai\""));
        assertThat(printed(failure)).doesNotContain("somchai");
    }

    @Test
    void aFailureThatIsItsOwnCauseEnds() {
        var outer = new IllegalStateException("outer");
        outer.initCause(new IllegalStateException("inner", outer));
        assertThat(printed(outer)).contains("outer", "inner");
    }

    private static String printed(Throwable failure) {
        var text = new StringWriter();
        Bare.of(failure).printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
