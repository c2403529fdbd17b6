package org.prongsai.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.AbortedException;

class FaultReaderTest {
    @Test
    void aServiceThatIsAwayOrSlowIsWorthAnotherTry() {
        assertThat(FaultReader.read(new ConnectException()).reason()).isEqualTo(Reason.SERVICE_AWAY);
        assertThat(FaultReader.read(new TimeoutException()).reason()).isEqualTo(Reason.SERVICE_SLOW);
        assertThat(FaultReader.read(new TimeoutException()).headers()).containsEntry("Retry-After", "5");
    }

    @Test
    void statusesKeepTheirMeaning() {
        assertThat(of(HttpStatus.NOT_FOUND)).isEqualTo(Reason.NO_SUCH_PATH);
        assertThat(of(HttpStatus.NOT_ACCEPTABLE)).isEqualTo(Reason.NOT_ACCEPTABLE);
        assertThat(of(HttpStatus.UNSUPPORTED_MEDIA_TYPE)).isEqualTo(Reason.UNSUPPORTED_TYPE);
        assertThat(of(HttpStatus.BAD_REQUEST)).isEqualTo(Reason.UNREADABLE);
        assertThat(of(HttpStatus.GATEWAY_TIMEOUT)).isEqualTo(Reason.SERVICE_SLOW);
        assertThat(of(HttpStatus.SERVICE_UNAVAILABLE)).isEqualTo(Reason.SERVICE_AWAY);
        assertThat(of(HttpStatus.INTERNAL_SERVER_ERROR)).isEqualTo(Reason.BUG);
    }

    @Test
    void aConnectionThatEndsInTheMiddleIsNoBug() {
        assertThat(FaultReader.read(new AbortedException("closed")).reason()).isEqualTo(Reason.SERVICE_AWAY);
    }

    @Test
    void aBugTellsNothing() {
        Refusal refusal = FaultReader.read(new IllegalArgumentException("secret"));

        assertThat(Problem.of(refusal, Language.EN))
                .isEqualTo(new Problem(
                        "/problems/internal-error", "Something went wrong", 500, "Something failed on our side."));
    }

    private static Reason of(HttpStatus status) {
        return FaultReader.read(new ResponseStatusException(status)).reason();
    }
}
