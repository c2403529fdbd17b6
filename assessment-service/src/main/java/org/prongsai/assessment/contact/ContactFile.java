package org.prongsai.assessment.contact;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.CsvFile;
import org.prongsai.web.CsvHeader;
import org.prongsai.web.CsvLine;
import org.prongsai.web.Rejection;

/** A list of telephone numbers, one a line; what is wrong is named by its line, and no number is repeated in an answer. */
record ContactFile(List<Contact> contacts, List<Rejection> rejected) {

    private static final String PHONE = "phone";
    private static final String LANGUAGE = "language";
    private static final CsvHeader HEADER = CsvHeader.anyOrder(List.of(PHONE), List.of(LANGUAGE));

    /**
     * Every line read, or every fault.
     *
     * @param languages in which there are interviews
     * @param most lines
     */
    static ContactFile read(byte[] content, Collection<String> languages, int most) {
        var lines = new HashMap<String, Long>();
        var file = CsvFile.read(content, HEADER, line -> read(line, languages, lines));
        if (file.rejected().isEmpty() && (file.rows().isEmpty() || file.rows().size() > most)) {
            file.rejected().add(new Rejection(2, PHONE, "out-of-range", "from 1 to " + most + " numbers", null));
        }
        return new ContactFile(file.rows(), file.rejected());
    }

    private static Contact read(CsvLine line, Collection<String> languages, Map<String, Long> lines) {
        var phone = Phone.e164(line.text(PHONE));
        if (phone.isEmpty()) {
            reject(line, PHONE, line.text(PHONE).isEmpty() ? "missing" : "wrong-value", Phone.EXPECTED);
        } else {
            var earlier = lines.putIfAbsent(phone.get(), line.number());
            if (earlier != null) {
                reject(line, PHONE, "duplicate-phone", "each number once; this one stands in line " + earlier);
            }
        }
        return new Contact(phone.orElse(""), language(line, languages));
    }

    private static @Nullable String language(CsvLine line, Collection<String> languages) {
        var language = line.text(LANGUAGE);
        if (language.isEmpty()) {
            return null;
        }
        if (!languages.contains(language)) {
            line.reject(LANGUAGE, "unknown-language", languages);
        }
        return language;
    }

    private static void reject(CsvLine line, String column, String reason, Object expected) {
        line.rejected().add(new Rejection(line.number(), column, reason, expected, null));
    }

    @Override
    public String toString() {
        return "ContactFile[…]";
    }
}
