package org.prongsai.portal.slip;

import java.util.List;
import java.util.stream.IntStream;

/** Mail addresses as somebody typed them, one a line; empty lines are none. */
record Addresses(List<Line> lines) {

    /** @param line its number in what was typed, from 1 on */
    record Line(int line, String address) {

        @Override
        public String toString() {
            return "Line[…]";
        }
    }

    static Addresses typed(String text) {
        var lines = text.split("\\R", -1);
        return new Addresses(IntStream.range(0, lines.length)
                .filter(at -> !lines[at].isBlank())
                .mapToObj(at -> new Line(at + 1, lines[at].strip()))
                .toList());
    }

    List<String> all() {
        return lines.stream().map(Line::address).toList();
    }
}
