package org.prongsai.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifetimeTest {
    private static final Instant NINE = Instant.parse("2027-01-04T02:00:00Z");
    private final Lifetime lifetime = new Lifetime(Duration.ofHours(8), Duration.ofMinutes(30));

    @Test
    void whoDoesNothingIsSignedOutAfterHalfAnHour() {
        Session session = used(0);

        assertThat(lifetime.isOver(session, at(29))).isFalse();
        assertThat(lifetime.isOver(session, at(30))).isTrue();
        assertThat(lifetime.isOver(used(20), at(49))).isFalse();
    }

    @Test
    void whateverSomebodyDoesTheDayEnds() {
        assertThat(lifetime.isOver(used(470), at(479))).isFalse();
        assertThat(lifetime.isOver(used(479), at(480))).isTrue();
        assertThat(lifetime.end(used(470))).isEqualTo(at(480));
        assertThat(lifetime.end(used(10))).isEqualTo(at(40));
    }

    @Test
    void nowAndThenItIsNotedThatSomebodyIsThere() {
        assertThat(lifetime.wantsNote(used(10), at(10).plusSeconds(59))).isFalse();
        assertThat(lifetime.wantsNote(used(10), at(11))).isTrue();
    }

    @Test
    void aTokenIsRenewedAMinuteBeforeItsEnd() {
        assertThat(lifetime.wantsRefresh(used(0), at(13).plusSeconds(59))).isFalse();
        assertThat(lifetime.wantsRefresh(used(0), at(14))).isTrue();
    }

    @Test
    void whatTheIssuerDoesNotGiveAnewStays() {
        Session session = used(0);
        Session renewed = session.renewed(new Session.Tokens("new", null, null, at(30)), at(14));

        assertThat(renewed).isEqualTo(new Session("new", "refresh", "id", at(30), NINE, at(14)));
        assertThat(session.renewed(new Session.Tokens("new", "r2", "i2", at(30)), at(14)))
                .isEqualTo(new Session("new", "r2", "i2", at(30), NINE, at(14)));
    }

    @Test
    void aSessionDoesNotSayItsTokens() {
        assertThat(used(0).toString()).doesNotContain("access", "refresh", "id");
    }

    private static Session used(int minute) {
        return new Session("access", "refresh", "id", at(15), NINE, at(minute));
    }

    private static Instant at(int minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }
}
