package org.prongsai.methodology.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.framework.Framework;
import tools.jackson.databind.JsonNode;

/** A survey is asked in a language as a whole, questions and answers, or not at all: nobody should meet half a form. */
record Translated(Framework framework, Findings findings) {
    private static final List<String> SPOKEN = List.of("text", "label");

    void check(JsonNode tree) {
        var heard = new HashSet<String>();
        int at = 0;
        for (var instrument : tree.path("instruments").values()) {
            var pointer = "/instruments/" + at++;
            if (instrument.has("marks") || !instrument.isObject()) continue;
            var texts = new ArrayList<Spoken>();
            collect(instrument, pointer, texts);
            for (var language : framework.translations().keySet()) if (check(language, texts)) heard.add(language);
        }
        for (var language : framework.translations().keySet())
            if (!heard.contains(language))
                findings.add("/languages", "unspoken-language", "a language in which a survey is asked", language);
    }

    private record Spoken(String pointer, JsonNode text) {}

    /** Whether this survey speaks the language at all. */
    private boolean check(String language, List<Spoken> texts) {
        if (texts.stream().noneMatch(each -> each.text().has(language))) return false;
        for (var each : texts)
            if (!each.text().has(language))
                findings.add(
                        each.pointer() + Fault.step(language), "half-translated", "all of the survey or none", null);
        return true;
    }

    private static void collect(JsonNode node, String pointer, List<Spoken> into) {
        for (var entry : node.properties()) {
            var at = pointer + Fault.step(entry.getKey());
            if (SPOKEN.contains(entry.getKey()) && entry.getValue().isObject())
                into.add(new Spoken(at, entry.getValue()));
            else if (entry.getValue().isArray()) each(entry.getValue(), at, into);
        }
    }

    private static void each(JsonNode list, String pointer, List<Spoken> into) {
        int at = 0;
        for (var each : list.values()) collect(each, pointer + "/" + at++, into);
    }
}
