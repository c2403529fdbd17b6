package org.prongsai.scoring.recount;

import java.util.List;
import java.util.Map;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.scoring.score.Unit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What another service said once and this one keeps, so that the two can be held against each other. */
record Copy(Key key, Object says) {

    /** Of what it is a copy: a framework by its ref, an agency, a round by itself, or something of a unit. */
    record Key(Kind kind, String round, String name) {}

    /** In words of the tables. */
    enum Kind {
        FRAMEWORK("framework"),
        AGENCY("agency"),
        ROUND("round"),
        POPULATION("population"),
        MARKS("mark");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** A row of agencies; days are empty where they were never told. */
    private record Agency(
            List<String> path,
            String type,
            JsonNode name,
            JsonNode names,
            JsonNode predecessors,
            String from,
            String to) {}

    private record Round(Object state, String framework, String parent, List<String> types) {}

    private record Population(int internal, int external) {
        @Override
        public String toString() {
            return internal + " internal and " + external + " external";
        }
    }

    static Copy framework(String ref, String document) {
        return new Copy(new Key(Kind.FRAMEWORK, "", ref), document);
    }

    static Copy agency(AgencyChanged agency) {
        return agency(
                agency.agency(),
                agency.path(),
                agency.type(),
                List.of(
                        json(agency.name()),
                        json(agency.names()),
                        json(agency.lineage().predecessors())),
                agency.from() == null ? "" : agency.from().toString(),
                agency.to() == null ? "" : agency.to().toString());
    }

    private static String json(Object value) {
        return EventJson.MAPPER.writeValueAsString(value);
    }

    /** @param texts JSON of name, former names and predecessors */
    static Copy agency(String agency, List<String> path, String type, List<String> texts, String from, String to) {
        return new Copy(
                new Key(Kind.AGENCY, "", agency),
                new Agency(path, type, tree(texts.get(0)), tree(texts.get(1)), tree(texts.get(2)), from, to));
    }

    /** Damaged text is a text, and so like nothing the log says. */
    private static JsonNode tree(String text) {
        try {
            return EventJson.MAPPER.readTree(text);
        } catch (JacksonException damaged) {
            return EventJson.MAPPER.getNodeFactory().stringNode(text);
        }
    }

    static Copy round(RoundState state) {
        var participants = state.participants();
        return new Copy(
                new Key(Kind.ROUND, state.round(), ""),
                new Round(state, state.framework(), participants.parent(), participants.types()));
    }

    static Copy round(String round, String state, String framework, String parent, List<String> types) {
        return new Copy(new Key(Kind.ROUND, round, ""), new Round(state(state), framework, parent, types));
    }

    private static Object state(String text) {
        try {
            return EventJson.MAPPER.readValue(text, RoundState.class);
        } catch (JacksonException damaged) {
            return text;
        }
    }

    static Copy population(PopulationRegistered told) {
        return population(told.round(), told.agency(), told.internal(), told.external());
    }

    static Copy population(String round, String agency, int internal, int external) {
        return new Copy(new Key(Kind.POPULATION, round, agency), new Population(internal, external));
    }

    /** @param marks by item */
    static Copy marks(Unit unit, Map<String, Integer> marks) {
        return new Copy(new Key(Kind.MARKS, unit.round(), unit.agency()), marks);
    }
}
