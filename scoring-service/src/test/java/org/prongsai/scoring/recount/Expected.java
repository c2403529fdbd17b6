package org.prongsai.scoring.recount;

import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.GOOD_STAFF;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.prongsai.methodology.tally.CountLines;
import org.prongsai.methodology.tally.Digest;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.scoring.Sample;
import org.prongsai.scoring.Setting;

/** The counts of the round that is recounted, made without anything of the service. */
final class Expected {
    private Expected() {}

    static String digest(Setting setting, int units) {
        var forms = Sample.edition().forms();
        var lines = new ArrayList<String>();
        for (int n = 1; n <= units; n++) {
            lines.addAll(new CountLines(setting.unit(n), "iit", "1")
                    .of(Tally.empty(forms.get("iit")).plusAll(answers(30, GOOD_STAFF))));
            lines.addAll(new CountLines(setting.unit(n), "eit", "1")
                    .of(Tally.empty(forms.get("eit")).plusAll(answers(34, GOOD)).plusAll(answers(10, BAD))));
        }
        return Digest.of(lines);
    }

    private static List<Map<String, String>> answers(int n, Map<String, String> answers) {
        return Collections.nCopies(n, answers);
    }
}
