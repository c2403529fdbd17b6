package org.prongsai.e2e;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What each thing is called, and what it is not called. */
record Glossary(List<Term> terms) {

    /**
     * One thing.
     *
     * @param unless what may be said although an avoided word is a part of it
     */
    record Term(String key, String th, String en, List<String> avoided, List<String> unless) {

        /** The words of a text that another name is agreed for. */
        Stream<String> wrongIn(String text) {
            String rest = text;
            for (String allowed : unless) rest = rest.replace(allowed, "");
            String searched = rest.toLowerCase(Locale.ROOT);
            return avoided.stream().filter(word -> searched.contains(word.toLowerCase(Locale.ROOT)));
        }

        /** Without its English words, which mean other things where developers write of them. */
        Term thai() {
            return new Term(
                    key, th, en, avoided.stream().filter(Glossary::isThai).toList(), unless);
        }
    }

    static Glossary of(List<String> lines) {
        return new Glossary(lines.stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Term(cells[0], cells[1], cells[2], several(cells[3]), several(cells[4])))
                .toList());
    }

    Glossary thai() {
        return new Glossary(terms.stream().map(Term::thai).toList());
    }

    /** Each with what to say instead. */
    List<String> faults(String place, String text) {
        return terms.stream()
                .flatMap(term -> term.wrongIn(text).map(word -> "%s: %s, say %s (%s)"
                        .formatted(place, word, isThai(word) ? term.th() : term.en(), term.key())))
                .toList();
    }

    static boolean isThai(String text) {
        return text.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.THAI);
    }

    private static List<String> several(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("\\|"));
    }
}
