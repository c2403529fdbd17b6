package org.prongsai.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prongsai.notification.Samples.duty;
import static org.prongsai.notification.Samples.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.RoundState.Joint;
import org.prongsai.notification.Samples;
import org.prongsai.notification.register.Register;

class MailingTest {
    private static final Instant NOW = Instant.parse("2027-02-21T05:00:00Z");
    private static final Instant CLOSES = Instant.parse("2027-02-28T17:00:00Z");

    private static String body(String unit, String step, String language) {
        var window = Samples.window(step, NOW, CLOSES);
        var round = Samples.round("r", List.of(window), List.of())
                .withJoint(List.of(new Joint("nan", List.of("huaikon", "unheard"), "four people")));
        var south = Samples.unit("south");
        var huaikon = new AgencyChanged(
                "huaikon",
                List.of("bureau", "huaikon"),
                "province",
                null,
                Map.of("th", "ด่าน ตม. ห้วยโก๋น", "en", "Huai Kon"),
                south.from(),
                null);
        var register = new Register(
                List.of(round),
                List.of(Samples.unit("nan"), south, huaikon),
                List.of(person("somchai", language, duty("coordinator", unit))));
        var reminder = new Reminder("r", step, unit, "somchai", 7, CLOSES);
        return Mailing.of(register)
                .message(reminder, new UUID(0, 1), NOW)
                .text()
                .body();
    }

    @Test
    void the_lead_registers_the_people_of_all_and_one_not_heard_of_is_called_by_its_slug() {
        assertThat(body("nan", "population", "en")).contains("Huai Kon (ด่าน ตม. ห้วยโก๋น), unheard.");
        assertThat(body("nan", "population", "th")).contains("ได้แก่ ด่าน ตม. ห้วยโก๋น (Huai Kon), unheard");
    }

    @Test
    void nobody_else_hears_of_them() {
        assertThat(body("nan", "oit", "en")).doesNotContain("Huai Kon");
        assertThat(body("south", "population", "en")).doesNotContain("Huai Kon");
    }
}
