package org.prongsai.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.FrameworkPublished;
import org.prongsai.contracts.assessment.Participants;
import org.prongsai.contracts.assessment.RoundOpened;
import org.prongsai.contracts.assessment.RoundState;

/** A bureau with two units and a training centre, and a framework of one survey item and eleven disclosed ones. */
public final class Samples {
    private static final List<String> ITEMS =
            List.of("o1", "o2", "o3", "o4", "o5", "o6", "o7", "o8", "o9", "o10", "o11");

    public static final String FRAMEWORK =
            """
            {"ref":"sample@1","name":"sample","fiscalYear":2567,"title":{"th":"ตัวอย่าง","en":"Sample"},
             "provenance":"provisional","languages":["th","en"],
             "instruments":[
              {"code":"iit","weight":0.60,"parts":[{"code":"1","weight":1}],
               "indicators":[{"code":"1","title":{"th":"ก","en":"A"},
                "items":[{"code":"i1","text":{"th":"ก","en":"A"},"provenance":"provisional",
                 "options":[{"code":"1","label":{"th":"ไม่","en":"No"},"value":0},
                            {"code":"2","label":{"th":"ใช่","en":"Yes"},"value":100}]}]}]},
              {"code":"oit","weight":0.40,"marks":[0,100],"unfiled":0,
               "indicators":[{"code":"9","title":{"th":"ข","en":"B"},
                "subIndicators":[{"code":"9.1","items":[%s]}]}]}],
             "levels":[{"code":"pass","title":{"th":"ผ่าน","en":"Pass"},"totalMin":0}],
             "sampleRule":{"censusBelow":30,"floor":30,"share":0.10,"capAbove":4000,"cap":400}}
            """.formatted(String.join(",", ITEMS.stream().map(Samples::item).toList()));

    private Samples() {}

    private static String item(String code) {
        return """
                {"code":"%s","text":{"th":"%1$s","en":"%1$s"},"provenance":"provisional",
                 "elements":[{"code":"1","text":{"th":"ก","en":"A"}}]}""".formatted(code);
    }

    public static final Participants PARTICIPANTS = new Participants("bureau", List.of("province"));

    public static FrameworkPublished framework() {
        return new FrameworkPublished("sample@1", EventJson.MAPPER.readTree(FRAMEWORK));
    }

    public static RoundOpened round(String round, String framework) {
        return new RoundOpened(new RoundState(
                round,
                Map.of("th", "รอบ", "en", "Round"),
                framework,
                PARTICIPANTS,
                5,
                Map.of("iit", "close"),
                true,
                List.of(),
                List.of()));
    }

    public static AgencyChanged agency(String agency, String type, List<String> path) {
        return new AgencyChanged(
                agency, path, type, null, Map.of("en", agency, "th", agency), LocalDate.of(2020, 1, 1), null);
    }

    public static List<AgencyChanged> agencies() {
        return List.of(
                agency("bureau", "bureau", List.of("bureau")),
                agency("north", "province", List.of("bureau", "north")),
                agency("south", "province", List.of("bureau", "south")),
                agency("training", "division", List.of("bureau", "training")));
    }
}
