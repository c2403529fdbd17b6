package org.prongsai.scoring;

import java.util.List;
import org.prongsai.scoring.rebuild.RebuildCommand;
import org.prongsai.scoring.recount.RecountCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Turns released answers and marks into scores, and shows them to those who may see them. */
@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
public class ScoringApplication {

    /** The service or, where the first word says so, a command beside it. */
    public static void main(String[] args) {
        var words = List.of(args);
        var rest = words.isEmpty() ? words : words.subList(1, words.size());
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "recount" -> System.exit(RecountCommand.run(rest));
            case "rebuild" -> System.exit(RebuildCommand.run(rest));
            default -> SpringApplication.run(ScoringApplication.class, args);
        }
    }
}
