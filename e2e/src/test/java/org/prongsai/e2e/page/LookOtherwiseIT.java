package org.prongsai.e2e.page;

import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same pages in both languages, on a phone and on a desk. */
@Tag("slow")
@TestInstance(PER_CLASS)
class LookOtherwiseIT {

    private final LookIT pages = new LookIT();
    private final LookAtFaultsIT faults = new LookAtFaultsIT();

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of(Device.PHONE, "en"),
                Arguments.of(Device.DESKTOP, "th"),
                Arguments.of(Device.DESKTOP, "en"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Device.PHONE, "th"),
                Arguments.of(Device.DESKTOP, "th"),
                Arguments.of(Device.DESKTOP, "en"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_page(Device device, String language) {
        pages.open_pages(device, language);
        pages.service_users(device, language);
        pages.staff(device, language);
        pages.without_a_script(device, language);
        pages.coordinators(device, language);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void every_fault(Device device, String language) {
        faults.what_is_shut_and_what_is_looked_up(device, language);
        faults.codes_that_lead_nowhere(device, language);
        faults.tickets_that_cannot_be_had(device, language);
        faults.staff_whom_nobody_knows(device, language);
        faults.at_the_desk(device, language);
    }
}
