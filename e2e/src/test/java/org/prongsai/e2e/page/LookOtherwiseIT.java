package org.prongsai.e2e.page;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same pages the other way about: on a phone in English and on a desk in Thai. */
@Tag("slow")
class LookOtherwiseIT {

    private final LookIT look = new LookIT();

    static Stream<Arguments> otherwise() {
        return Stream.of(Arguments.of(Device.PHONE, "en"), Arguments.of(Device.DESKTOP, "th"));
    }

    @ParameterizedTest
    @MethodSource("otherwise")
    void every_page(Device device, String language) {
        look.open_pages(device, language);
        look.service_users(device, language);
        look.staff(device, language);
        look.without_a_script(device, language);
        look.coordinators(device, language);
    }
}
