package org.prongsai.portal;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a stubborn assessment service says of one unit in one round that is open for years. */
public final class UnitStory {

    public static final String ROUND = "2570-test";
    public static final String AGENCY = "imm-test";
    public static final String NAME = "<script>alert(1)</script> ตม.จว.";
    public static final String API = "/api/v1/rounds/" + ROUND + "/agencies/" + AGENCY;
    public static final String AT = "/desk/" + ROUND + "/" + AGENCY;
    public static final String KEY = "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs";

    private final StubbornAssessment assessment;

    private UnitStory(StubbornAssessment assessment) {
        this.assessment = assessment;
    }

    /** Registered with 45 staff, of whom 5 need not answer; 10 invitations are out. */
    public static UnitStory on(StubbornAssessment assessment) {
        assessment.forget();
        var story = new UnitStory(assessment);
        assessment.says("GET", "/api/v1/rounds", 200, "{\"items\":[" + round() + "],\"next\":null}");
        assessment.says("GET", "/api/v1/rounds/" + ROUND, 200, round());
        assessment.says("GET", "/api/v1/agencies/" + AGENCY, 200, """
                {"agency":"%s","path":["bureau","division","%1$s"],"type":"province","name":{"th":"%s","en":"Test <b>office</b>"},"from":"2023-10-01"}""".formatted(AGENCY, NAME));
        assessment.says("GET", "/api/v1/rounds/" + ROUND + "/turnouts", 200, roster(1, null));
        story.population(45, 300, 5, "\"3\"");
        story.turnout(12, false);
        story.draws("unit", "\"1-1\"", draw(1, "slips", 10, 0));
        assessment.says("GET", API + "/invitations", 200, """
                {"instruments":[{"code":"iit","days":[{"day":"2026-11-20","issued":10,"redeemed":7,"used":6}]}]}""");
        return story;
    }

    public UnitStory population(int internal, int external, int onLeave, String tag) {
        assessment.says("GET", API + "/population", 200, """
                {"internal":%d,"external":%d,"onLeave":%d,"minimumSample":{"iit":30,"eit":30}}""".formatted(internal, external, onLeave), "ETag", tag);
        return this;
    }

    public UnitStory unregistered() {
        assessment.refuses("GET", API + "/population", 404, "not-found", "");
        return this;
    }

    public UnitStory turnout(int staff, boolean reached) {
        assessment.says("GET", API + "/turnout", 200, """
                {"asOf":"2026-11-20T06:00:00+07:00","exact":false,"instruments":[
                {"code":"iit","population":40,"minimum":30,"minimumReached":%s,"responses":%d,"parts":[]},
                {"code":"eit","population":300,"minimum":30,"minimumReached":true,"responses":41,"parts":[]}]}""".formatted(reached, staff));
        return this;
    }

    public UnitStory draws(String drawnBy, String tag, String... draws) {
        assessment.says(
                "GET",
                API + "/draws",
                200,
                "{\"drawnBy\":\"%s\",\"draws\":[%s]}".formatted(drawnBy, String.join(",", draws)),
                "ETag",
                tag);
        return this;
    }

    public static String draw(int number, String channel, int count, int undelivered) {
        return """
                {"draw":%d,"instrument":"iit","channel":"%s","drawnBy":"unit","count":%d,"day":"2026-11-19","voided":0,"waiting":0,"undelivered":%d}""".formatted(number, channel, count, undelivered);
    }

    /** Codes that look like real ones and are none. */
    public static String drawn(int count) {
        var codes = IntStream.range(0, count)
                .mapToObj(UnitStory::code)
                .map(code -> '"' + code + '"')
                .collect(Collectors.joining(","));
        return """
                {"instrument":"iit","keySha256":"%s","invited":%d,"codes":[%s]}""".formatted(KEY, count, codes);
    }

    public static String code(int number) {
        return "QWER-TY%02d-ZXCV-BN%02d".formatted(number / 100, number % 100);
    }

    public static String roster(int count, String next) {
        var rows = IntStream.range(0, count)
                .mapToObj(n -> """
                {"agency":"%s","name":{"th":"%s","en":"Test <b>office</b>"},"joint":[],"instruments":[
                {"code":"iit","population":40,"minimum":30,"minimumReached":false,"responses":12,"share":0.4},
                {"code":"eit","population":300,"minimum":30,"minimumReached":true,"responses":41,"share":1.3666}]}""".formatted(n == 0 ? AGENCY : AGENCY + n, NAME))
                .collect(Collectors.joining(","));
        return "{\"asOf\":\"2026-11-20T06:00:00+07:00\",\"exact\":false,\"items\":[%s],\"next\":%s}"
                .formatted(rows, next == null ? "null" : '"' + next + '"');
    }

    private static String round() {
        return """
                {"round":"%s","title":{"th":"รอบทดสอบ","en":"Test round"},"synthetic":true,"rehearsal":false,"state":"open",
                "participants":{"parent":"bureau","types":["province"]},
                "calendar":[{"step":"population","from":"2024-01-01T00:00:00Z","to":"2099-03-31T17:00:00Z","state":"open"},
                {"step":"iit","from":"2024-01-01T00:00:00Z","to":"2099-06-30T17:00:00Z","state":"open"},
                {"step":"eit","from":"2024-01-01T00:00:00Z","to":"2099-06-30T17:00:00Z","state":"open"}],
                "overrides":[],"joint":[]}""".formatted(ROUND);
    }
}
