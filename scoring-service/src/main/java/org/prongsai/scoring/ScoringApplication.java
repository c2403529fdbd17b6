package org.prongsai.scoring;

import java.util.List;
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

    /** The service or, where that is the first word, a recount beside it. */
    public static void main(String[] args) {
        var words = List.of(args);
        if (!words.isEmpty() && words.getFirst().equals("recount"))
            System.exit(RecountCommand.run(words.subList(1, words.size())));
        SpringApplication.run(ScoringApplication.class, args);
    }
}
