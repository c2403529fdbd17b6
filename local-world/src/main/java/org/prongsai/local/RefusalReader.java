package org.prongsai.local;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Finds the refusal in a failure, and keeps Spring from printing the way that it took through its own classes. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalReader implements SpringBootExceptionReporter {

    @SuppressWarnings("UnusedVariable")
    RefusalReader(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return refusal(failure).isPresent();
    }

    /** Our own sentence, or else the deepest cause. */
    static String reason(Throwable failure) {
        return String.valueOf(refusal(failure)
                .or(() -> causes(failure).reduce((outer, inner) -> inner))
                .orElse(failure)
                .getMessage());
    }

    private static Optional<Throwable> refusal(Throwable failure) {
        return causes(failure).filter(Refusal.class::isInstance).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
