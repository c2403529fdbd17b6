package org.prongsai.portal.open;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.prongsai.portal.speech.Speech;
import org.prongsai.portal.speech.Words;

/** Every term of the word files, in the order in which readers of one language look for them. */
record Glossary(List<Term> terms) {

    private static final String TERM = "term-";
    private static final String MEANING = "-means";

    /** One term, in Thai and English side by side. */
    record Term(String key, String th, String en, String thMeans, String enMeans) {

        private String in(String language) {
            return language.equals("th") ? th : en;
        }
    }

    static Glossary of(Words words, String language) {
        Speech th = words.in("th");
        Speech en = words.in("en");
        return new Glossary(en.keys()
                .filter(key -> key.startsWith(TERM) && !key.endsWith(MEANING))
                .map(key -> new Term(key, th.say(key), en.say(key), th.say(key + MEANING), en.say(key + MEANING)))
                .sorted(order(language))
                .toList());
    }

    /** Thai vowels that are written before their consonant are looked for under the consonant. */
    private static Comparator<Term> order(String language) {
        return Comparator.comparing(term -> term.in(language), Collator.getInstance(Locale.forLanguageTag(language)));
    }
}
