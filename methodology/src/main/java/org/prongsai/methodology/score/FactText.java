package org.prongsai.methodology.score;

import java.util.HashMap;
import org.prongsai.methodology.score.Explanation.Fact;

/** A fact as a sentence. */
record FactText(Words words) {

    String of(Fact fact) {
        var figures = new HashMap<>(fact.figures());
        figures.put("title", figures.getOrDefault("title." + words.language(), ""));
        var clause = "fact.sample." + figures.getOrDefault("clause", "");
        if (words.has(clause)) figures.put("clause", words.say(clause, fact.figures()));
        return words.say(key(fact), figures);
    }

    private String key(Fact fact) {
        return switch (fact.key()) {
            case "sampling" -> sampling(fact);
            case "standard-error" -> "fact.standard-error." + fact.figures().getOrDefault("spread", "");
            case "level" -> fact.figures().containsKey("everyInstrumentMin") ? "fact.level.every" : "fact.level";
            case String other -> "fact." + other;
        };
    }

    private String sampling(Fact fact) {
        var spread = "fact.sampling." + fact.figures().getOrDefault("spread", "");
        if (words.has(spread)) return spread;
        return fact.figures().containsKey("left") ? "fact.sampling.left" : "fact.sampling";
    }
}
