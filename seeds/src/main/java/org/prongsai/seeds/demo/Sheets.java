package org.prongsai.seeds.demo;

import java.io.ByteArrayOutputStream;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.prongsai.methodology.form.Form;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Some answered sheets of one pool, to be counted (each is a map of question to option) and to be written as lines. */
public final class Sheets extends AbstractList<Map<String, String>> {

    private static final ObjectWriter JSON =
            JsonMapper.builder().build().writer().withRootValueSeparator("\n");
    private static final int LONG_LINE = 400;

    private final Pool pool;
    private final Form form;
    private final int[][] places;
    private final String[] tokens;

    Sheets(Pool pool, Form form, int[][] places, String[] tokens) {
        this.pool = pool;
        this.form = form;
        this.places = places;
        this.tokens = tokens;
    }

    /** In the shape that a round's import of responses takes, each line ended. */
    public byte[] lines() {
        var lines = new ByteArrayOutputStream(size() * LONG_LINE);
        try (JsonGenerator json = JSON.createGenerator(lines)) {
            for (int i = 0; i < size(); i++) line(json, i);
        }
        lines.write('\n');
        return lines.toByteArray();
    }

    private void line(JsonGenerator json, int index) {
        json.writeStartObject();
        json.writeStringProperty("agency", pool.unit().agency());
        json.writeStringProperty("instrument", pool.instrument());
        json.writeStringProperty("part", pool.part());
        json.writeStringProperty("token", tokens[index]);
        json.writeObjectPropertyStart("answers");
        get(index).forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeEndObject();
    }

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public Map<String, String> get(int index) {
        return new Sheet(form, places[index]);
    }

    /** A map that is asked to show everything and hardly ever anything else. */
    private static final class Sheet extends AbstractMap<String, String> {

        private final Form form;
        private final int[] places;

        private Sheet(Form form, int[] places) {
            this.form = form;
            this.places = places;
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super String> action) {
            for (int q = 0; q < places.length; q++) {
                var question = form.questions().get(q);
                action.accept(question.code(), question.options().get(places[q]).code());
            }
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            var map = new LinkedHashMap<String, String>();
            forEach(map::put);
            return map.entrySet();
        }
    }
}
