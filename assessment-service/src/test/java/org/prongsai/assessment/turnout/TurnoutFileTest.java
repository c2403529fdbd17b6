package org.prongsai.assessment.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnoutFileTest {

    private static final TurnoutRow ROW = new TurnoutRow(
            "imm-nan",
            Map.of("th", "ตม.จว.น่าน", "en", "Nan, \"North\""),
            List.of(),
            List.of(
                    new TurnoutRow.Progress("iit", null, 30, false, 0, new BigDecimal("0.0000")),
                    new TurnoutRow.Progress("eit", 560, 56, true, 40, new BigDecimal("0.7142"))));

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void each_instrument_of_a_unit_is_a_line_below_the_header() {
        assertThat(text(TurnoutFile.header()))
                .isEqualTo(
                        "agency,name_th,name_en,instrument,population,minimum,minimum_reached,responses,share,as_of\r\n");
        assertThat(text(TurnoutFile.lines(List.of(ROW), OffsetDateTime.parse("2027-01-12T06:00:00+07:00"))))
                .isEqualTo("""
                        imm-nan,ตม.จว.น่าน,"Nan, ""North\""",iit,,30,false,0,0.0000,2027-01-12T06:00:00+07:00\r
                        imm-nan,ตม.จว.น่าน,"Nan, ""North\""",eit,560,56,true,40,0.7142,2027-01-12T06:00:00+07:00\r
                        """);
    }

    @Test
    void what_is_not_known_is_empty_and_not_0() {
        var unknown = new TurnoutRow.Progress("eit", null, 30, false, null, null);
        var row = new TurnoutRow("imm-tak", Map.of("th", "ก", "en", "A"), List.of(), List.of(unknown));
        assertThat(text(TurnoutFile.lines(List.of(row), null))).isEqualTo("imm-tak,ก,A,eit,,30,false,,,\r\n");
    }
}
