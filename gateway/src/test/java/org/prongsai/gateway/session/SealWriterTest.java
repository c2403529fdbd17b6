package org.prongsai.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealWriterTest {
    private static final String OLD = key(1);
    private static final String NEW = key(2);

    @Test
    void theFirstKeySealsAndAllOpen() {
        String sealed = seal(OLD).seal("session", "text");

        assertThat(seal(NEW, OLD).open("session", sealed)).contains("text");
        assertThat(seal(NEW).open("session", sealed)).isEmpty();
        assertThat(seal(NEW).open("session", seal(NEW, OLD).seal("session", "text")))
                .contains("text");
    }

    @Test
    void nothingIsOpenedAsSomethingElse() {
        assertThat(seal(OLD).open("session", seal(OLD).seal("sign-in", "text"))).isEmpty();
    }

    @Test
    void nobodySeesWhatIsInsideOrThatItIsTheSame() {
        String once = seal(OLD).seal("session", "text");

        assertThat(once).isNotEqualTo(seal(OLD).seal("session", "text"));
        assertThat(new String(Base64.getUrlDecoder().decode(once.split("\\.")[3])))
                .doesNotContain("text");
    }

    @Test
    void anythingElseIsNothing() {
        for (String other : List.of("", "a", "a.b.c", "e30.e30.e30.e30.e30", "eyJhbGciOiJub25lIn0..a.b.c")) {
            assertThat(seal(OLD).open("session", other)).isEmpty();
        }
        assertThat(seal().hasKey()).isFalse();
        assertThat(seal().open("session", seal(OLD).seal("session", "text"))).isEmpty();
    }

    private static SealWriter seal(String... keys) {
        return new SealWriter(new SessionSettings(List.of(keys), Duration.ofHours(8), Duration.ofMinutes(30)));
    }

    private static String key(int number) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
