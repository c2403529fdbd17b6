package org.prongsai.scoring;

import java.time.Instant;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.RoundOpened;

/** A round of its own for one test: framework, a bureau and its units, told in an order that pleases. */
public record Setting(Stage stage, String round, Instant marking) {

    static Setting of(String round) {
        return new Setting(Stage.get(), round, Sample.FUTURE);
    }

    public String unit(int n) {
        return round + "-unit-" + n;
    }

    public Setting framework() {
        stage.tell(Sample.published(Sample.REF));
        return this;
    }

    public Setting opened() {
        stage.tell(new RoundOpened(Sample.round(round, Sample.REF, round + "-bureau", marking)));
        return this;
    }

    public Setting units(int count) {
        stage.tell(Sample.agency(round + "-bureau", "bureau"));
        for (int n = 1; n <= count; n++) stage.tell(agency(n));
        return this;
    }

    /** Units with an even number are below the branch. */
    AgencyChanged agency(int n) {
        var bureau = round + "-bureau";
        return n % 2 == 0
                ? Sample.agency(unit(n), "province", bureau, round + "-branch")
                : Sample.agency(unit(n), "province", bureau);
    }
}
