package org.prongsai.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.prongsai.notification.message.Template.Notice;
import org.prongsai.web.Language;

class TemplateTest {
    private static final Instant CLOSES = Instant.parse("2024-06-30T17:00:00Z");
    private static final Instant NOW = Instant.parse("2024-06-23T03:00:00Z");

    private static Notice notice(String step, Instant deadline, boolean synthetic) {
        return notice(step, deadline, synthetic, false);
    }

    private static Notice notice(String step, Instant deadline, boolean synthetic, boolean rehearsal) {
        return notice(step, deadline, synthetic, rehearsal, List.of());
    }

    private static Notice notice(
            String step, Instant deadline, boolean synthetic, boolean rehearsal, List<Map<String, String>> with) {
        return new Notice(
                Map.of("th", "สมหมาย", "en", "Sommai"),
                Map.of("th", "ตม.จว.เชียงใหม่", "en", "Chiang Mai\r\nBcc: all@example.org"),
                with,
                Map.of("th", "รอบ 2567", "en", "Round {0} 2024"),
                step,
                deadline,
                synthetic,
                rehearsal);
    }

    @Test
    void thai_is_in_buddhist_years_and_bangkok_time() {
        var text = Template.in(Language.TH).reminder(notice("oit", CLOSES, false), NOW);
        assertThat(text.subject())
                .isEqualTo("เหลือเวลาอีก 7 วัน: แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) ตม.จว.เชียงใหม่");
        assertThat(text.body())
                .startsWith("เรียน สมหมาย\n\nแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) ของตม.จว.เชียงใหม่"
                        + " จะปิดในวันที่ 30 มิถุนายน พ.ศ. 2567 เวลา 24.00 น. (เวลาประเทศไทย)\n")
                .contains("รอบการประเมิน: รอบ 2567")
                .contains("สิ่งที่ต้องดำเนินการ: กรอกที่อยู่เว็บไซต์")
                .doesNotContain("{");
    }

    @Test
    void english_is_in_christian_years_and_names_stay_on_their_line() {
        var text = Template.in(Language.EN).reminder(notice("eit", CLOSES, false), NOW);
        assertThat(text.subject())
                .isEqualTo("7 days left: Survey of external stakeholders (EIT), Chiang Mai Bcc: all@example.org");
        assertThat(text.body())
                .contains("closes on 30 June 2024, 24:00 (Bangkok time).")
                .contains("Round: Round {0} 2024\n");
    }

    @Test
    void made_up_data_say_so() {
        var english = Template.in(Language.EN).reminder(notice("eit", CLOSES, true), NOW);
        assertThat(english.subject()).startsWith("[Made-up data] 7 days left");
        assertThat(english.body()).startsWith("This round is synthetic").contains("Dear Sommai");
        assertThat(Template.in(Language.TH)
                        .reminder(notice("eit", CLOSES, true), NOW)
                        .subject())
                .startsWith("[ข้อมูลสมมติ]");
    }

    @Test
    void a_rehearsal_says_so_in_both_languages() {
        var notice = notice("eit", CLOSES, false, true);
        var english = Template.in(Language.EN).reminder(notice, NOW);
        assertThat(english.subject()).startsWith("[Rehearsal] 7 days left");
        assertThat(english.body()).startsWith("This round is a rehearsal").contains("Dear Sommai");
        var thai = Template.in(Language.TH).reminder(notice, NOW);
        assertThat(thai.subject()).startsWith("[ซ้อม] เหลือเวลาอีก 7 วัน");
        assertThat(thai.body()).startsWith("รอบการประเมินนี้เป็นการซ้อม").contains("เรียน สมหมาย");
    }

    @Test
    void a_rehearsal_on_made_up_data_says_both() {
        var text = Template.in(Language.EN).reminder(notice("eit", CLOSES, true, true), NOW);
        assertThat(text.subject()).startsWith("[Rehearsal] [Made-up data] 7 days left");
        assertThat(text.body()).contains("is a rehearsal", "is synthetic");
    }

    @Test
    void a_lead_is_told_whose_people_it_registers_too() {
        var with = List.of(
                Map.of("th", "ด่าน ตม. ห้วยโก๋น", "en", "Huai Kon\r\nCheckpoint"),
                Map.of("th", "phrae", "en", "phrae"));
        var population = notice("population", CLOSES, false, false, with);
        assertThat(Template.in(Language.EN).reminder(population, NOW).body())
                .contains("service users the unit has. Count their people too, since in this round they are assessed"
                        + " together with this unit: Huai Kon Checkpoint (ด่าน ตม. ห้วยโก๋น), phrae.");
        assertThat(Template.in(Language.TH).reminder(population, NOW).body())
                .contains("จำนวนผู้ใช้บริการของหน่วยงาน โปรดนับรวมบุคลากรและผู้ใช้บริการของหน่วยงานที่ประเมินร่วม")
                .contains("ได้แก่ ด่าน ตม. ห้วยโก๋น (Huai Kon Checkpoint), phrae");
        assertThat(Template.in(Language.EN)
                        .reminder(notice("oit", CLOSES, false, false, with), NOW)
                        .body())
                .doesNotContain("Huai Kon");
        assertThat(Template.in(Language.EN)
                        .reminder(notice("population", CLOSES, false), NOW)
                        .body())
                .doesNotContain("together with");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-28T17:00:00Z,1 day left", // midnight in Bangkok
        "2024-06-29T16:59:59Z,1 day left",
        "2024-06-29T17:00:00Z,Last day today",
        "2024-06-30T16:59:59Z,Last day today"
    })
    void days_are_counted_as_in_bangkok(Instant now, String left) {
        var text = Template.in(Language.EN).reminder(notice("iit", CLOSES, false), now);
        assertThat(text.subject()).startsWith(left + ":");
    }

    @Test
    void an_end_within_the_day_is_given_to_the_minute() {
        var noon = notice("iit", Instant.parse("2024-06-30T05:30:00Z"), false);
        assertThat(Template.in(Language.EN).reminder(noon, NOW).body()).contains("30 June 2024, 12:30 (Bangkok");
        assertThat(Template.in(Language.TH).reminder(noon, NOW).body()).contains("พ.ศ. 2567 เวลา 12.30 น. (");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_step_has_its_texts(Language language) {
        for (var step : Template.STEPS)
            assertThat(Template.in(language)
                            .reminder(notice(step, CLOSES, true), NOW)
                            .body())
                    .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"1,PT30S", "2,PT1M", "7,PT32M", "8,PT1H", "29,PT1H"})
    void the_wait_doubles_up_to_an_hour(int attempts, Duration wait) {
        assertThat(settings().retry(attempts, NOW)).hasValue(NOW.plus(wait));
    }

    @Test
    void after_the_last_attempt_it_has_failed() {
        assertThat(settings().retry(30, NOW)).isEmpty();
    }

    private static MailSettings settings() {
        var second = Duration.ofSeconds(1);
        return new MailSettings("a@b", second, second.multipliedBy(30), second.multipliedBy(3600), 30, second);
    }

    @ParameterizedTest
    @CsvSource({
        "chiangmai@example.org,c***@example.org",
        "550 <a.b+c@x.go.th>: no such user,550 <a***@x.go.th>: no such user",
        "no address here,no address here"
    })
    void addresses_are_masked(String text, String masked) {
        assertThat(Address.masked(text)).isEqualTo(masked);
    }
}
