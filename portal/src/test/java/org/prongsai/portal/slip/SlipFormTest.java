package org.prongsai.portal.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.portal.desk.FormFault;
import org.prongsai.portal.survey.Told;
import org.prongsai.portal.unit.Balance;
import org.prongsai.portal.unit.Draws;
import org.prongsai.portal.unit.Order;
import org.prongsai.portal.unit.Population;
import org.prongsai.portal.unit.Round;
import org.prongsai.portal.unit.Standing;
import org.prongsai.portal.unit.Unit;

class SlipFormTest {

    @Test
    void allThatAreLeftAreOffered() {
        assertThat(SlipForm.of(standing())).isEqualTo(new SlipForm("40", "print", "", "th", "\"1-1\""));
    }

    @Test
    void whatIsTypedBecomesAnOrder() {
        assertThat(form("12", "print", "").order()).isEqualTo(Order.slips("iit", 12));
        assertThat(form("", "mail", "a@b.go.th\n\n  c@d.go.th \n").order())
                .isEqualTo(Order.letters("iit", List.of("a@b.go.th", "c@d.go.th"), "th"));
    }

    @Test
    void aFormThatSawNothingDrawsNothing() {
        var form = new SlipForm("12", "print", "", "th", "");
        assertThat(form.faults().all()).containsExactly(FormFault.of("", "slips-again"));
    }

    @ParameterizedTest
    @CsvSource({"'',print,count", "0,print,count", "many,file,count", "12,mail,addresses"})
    void whatCannotBeAskedForIsNamedByItsField(String count, String way, String field) {
        assertThat(form(count, way, "").faults().all())
                .extracting(FormFault::field)
                .containsExactly(field);
    }

    @Test
    void linesAreCountedAsTheyWereTyped() {
        var form = form("", "mail", "a@b.go.th\n\nnobody\na@b.go.th");
        var told = told(
                "invalid-draw",
                new Told.Fault("/people/1", "wrong-value", "an e-mail address", null, null),
                new Told.Fault("/people/2", "duplicate-person", "each once; this one is /people/0", null, null));
        assertThat(form.faults(told, standing()).orElseThrow().all())
                .containsExactly(
                        new FormFault("addresses", "address-unreadable", Map.of("line", 3)),
                        new FormFault("addresses", "address-twice", Map.of("line", 4)));
    }

    @Test
    void moreThanThereAreIsToldWithWhatIsLeft() {
        var told = told(
                "invalid-draw",
                new Told.Fault("/count", "more-than-registered", "at most 30: 40 registered, 10 given out", 35, null));
        assertThat(form("35", "print", "")
                        .faults(told, standing())
                        .orElseThrow()
                        .all())
                .containsExactly(new FormFault("count", "slips-too-many", Map.of("left", 30, "out", 0)));
    }

    @ParameterizedTest
    @CsvSource({"9005,5000", "5005,5000", "5004,4999", "45,40", "6,1"})
    void moreThanAtOnceIsToldWithTheMostThatCanBeDrawnNow(int staff, int most) {
        assertThat(outOfRange(staff)).containsExactly(new FormFault("count", "slips-range", Map.of("most", most)));
    }

    @Test
    void whereNoneAreLeftNoRangeIsTold() {
        assertThat(outOfRange(5)).containsExactly(FormFault.of("count", "slips-all-out"));
    }

    private static List<FormFault> outOfRange(int staff) {
        var told = told("invalid-draw", new Told.Fault("/count", "out-of-range", "from 1 to 5000", 9000, null));
        return form("9000", "file", "")
                .faults(told, standing(staff))
                .orElseThrow()
                .all();
    }

    @ParameterizedTest
    @CsvSource({
        "window-closed,slips-closed",
        "not-ready,slips-unregistered",
        "conflict,slips-conflict",
        "unavailable,slips-unknown"
    })
    void theRestIsSaidOfTheWholeForm(String type, String key) {
        assertThat(form("1", "print", "")
                        .faults(told(type), standing())
                        .orElseThrow()
                        .all())
                .containsExactly(FormFault.of("", key));
    }

    @Test
    void tenSlipsMakeAPage() {
        assertThat(sizes(0)).isEmpty();
        assertThat(sizes(1)).containsExactly(1);
        assertThat(sizes(10)).containsExactly(10);
        assertThat(sizes(11)).containsExactly(10, 1);
        assertThat(sizes(120)).hasSize(12).containsOnly(10);
    }

    @Test
    void codesAndAddressesAreInNoText() {
        assertThat(form("", "mail", "a@b.go.th").toString()).doesNotContain("a@b");
        assertThat(new Slip("QWER", org.prongsai.portal.page.Qr.of("x")).toString())
                .doesNotContain("QWER");
    }

    private static List<Integer> sizes(int slips) {
        return Sheet.split(IntStream.range(0, slips).boxed().toList()).stream()
                .map(List::size)
                .toList();
    }

    private static SlipForm form(String count, String way, String addresses) {
        return SlipForm.of(Map.of("count", count, "way", way, "addresses", addresses, "tag", "\"1-1\""));
    }

    private static Told told(String type, Told.Fault... faults) {
        return new Told(422, type, "", 0, List.of(faults));
    }

    private static Standing standing() {
        return standing(45);
    }

    /** Five of whom need not answer. */
    private static Standing standing(int staff) {
        var round = new Round(
                "2570",
                Map.of(),
                false,
                false,
                new Round.Participants("bureau", List.of()),
                "open",
                List.of(),
                List.of(),
                List.of());
        return new Standing(
                round,
                new Unit("imm-test", List.of("imm-test"), "province", Map.of()),
                new Population(staff, 300, 5, Map.of(), "\"1\""),
                null,
                new Draws("unit", List.of(), "\"1-1\""),
                new Balance(List.of()));
    }
}
