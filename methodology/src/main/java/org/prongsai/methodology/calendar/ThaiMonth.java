package org.prongsai.methodology.calendar;

import java.util.List;
import java.util.Optional;

/** The months as Thais write them, whole and shortened. */
final class ThaiMonth {
    private static final List<String> WHOLE = List.of(
            "มกราคม",
            "กุมภาพันธ์",
            "มีนาคม",
            "เมษายน",
            "พฤษภาคม",
            "มิถุนายน",
            "กรกฎาคม",
            "สิงหาคม",
            "กันยายน",
            "ตุลาคม",
            "พฤศจิกายน",
            "ธันวาคม");
    private static final List<String> SHORT =
            List.of("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.");

    private ThaiMonth() {}

    static String name(int month) {
        return WHOLE.get(month - 1);
    }

    /** 1 to 12. */
    static Optional<Integer> number(String name) {
        int at = Math.max(WHOLE.indexOf(name), SHORT.indexOf(name));
        return at < 0 ? Optional.empty() : Optional.of(at + 1);
    }
}
