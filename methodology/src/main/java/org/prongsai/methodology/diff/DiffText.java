package org.prongsai.methodology.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.diff.Change.Kind;
import tools.jackson.databind.JsonNode;

/** Differences as lines for people, in Thai or English: what counts otherwise first, then what came, went and was reworded. */
public record DiffText(String language) {
    private static final int LONGEST = 120;
    private static final List<Kind> ORDER = List.of(Kind.WORTH_CHANGED, Kind.ADDED, Kind.REMOVED, Kind.CHANGED);
    private static final Map<String, Map<Kind, String>> HEADINGS = Map.of(
            "th",
            Map.of(
                    Kind.WORTH_CHANGED, "คิดคะแนนต่างไปจากเดิม",
                    Kind.ADDED, "เพิ่มขึ้น",
                    Kind.REMOVED, "ตัดออก",
                    Kind.CHANGED, "แก้ไข"),
            "en",
            Map.of(
                    Kind.WORTH_CHANGED, "Counts otherwise",
                    Kind.ADDED, "Added",
                    Kind.REMOVED, "Removed",
                    Kind.CHANGED, "Changed"));

    /** What the keys of the format are called; codes speak for themselves. */
    private static final Map<String, String> THAI = Map.ofEntries(
            Map.entry("title", "ชื่อ"),
            Map.entry("text", "ข้อความ"),
            Map.entry("label", "คำตอบ"),
            Map.entry("options", "ตัวเลือก"),
            Map.entry("elements", "องค์ประกอบ"),
            Map.entry("guidance", "แนวทางการตรวจ"),
            Map.entry("examples", "ตัวอย่าง"),
            Map.entry("legalBasis", "กฎหมายที่เกี่ยวข้อง"),
            Map.entry("asOf", "ข้อมูล ณ วันที่"),
            Map.entry("provenance", "ที่มาของถ้อยคำ"),
            Map.entry("provenances", "ที่มาของถ้อยคำอื่น"),
            Map.entry("value", "ค่าคะแนน"),
            Map.entry("points", "คะแนนรวมที่ขึ้นกับข้อนี้"),
            Map.entry("weight", "น้ำหนัก"),
            Map.entry("marks", "ผลตรวจที่ให้ได้"),
            Map.entry("unfiled", "ผลเมื่อไม่ส่งข้อมูล"),
            Map.entry("parts", "ส่วน"),
            Map.entry("order", "ลำดับ"),
            Map.entry("levels", "ระดับ"),
            Map.entry("totalMin", "คะแนนรวมขั้นต่ำ"),
            Map.entry("everyInstrumentMin", "คะแนนขั้นต่ำของทุกแบบ"),
            Map.entry("sampleRule", "เกณฑ์จำนวนผู้ตอบขั้นต่ำ"),
            Map.entry("censusBelow", "ถามทุกคนหากน้อยกว่า"),
            Map.entry("floor", "ไม่น้อยกว่า"),
            Map.entry("share", "สัดส่วน"),
            Map.entry("capAbove", "จำกัดจำนวนเมื่อเกิน"),
            Map.entry("cap", "จำนวนสูงสุด"),
            Map.entry("belowMinimum", "เมื่อผู้ตอบไม่ถึงขั้นต่ำ"),
            Map.entry("rounding", "การปัดเศษ"),
            Map.entry("places", "ตำแหน่งทศนิยม"),
            Map.entry("focus", "จุดเน้นของปี"),
            Map.entry("hostedEvidence", "หลักฐานที่ฝากไว้กับระบบ"),
            Map.entry("languages", "ภาษา"),
            Map.entry("translations", "คำแปล"),
            Map.entry("fiscalYear", "ปีงบประมาณ"),
            Map.entry("name", "ชื่อกรอบการประเมิน"));

    public List<String> lines(FrameworkDiff diff) {
        var lines = new ArrayList<String>();
        lines.add(diff.from() + " → " + diff.to());
        if (diff.changes().isEmpty()) lines.add(thai() ? "ไม่มีข้อแตกต่าง" : "No difference");
        ORDER.forEach(kind -> lines.addAll(lines(diff, kind)));
        return lines;
    }

    private boolean thai() {
        return language.equals("th");
    }

    private List<String> lines(FrameworkDiff diff, Kind kind) {
        var lines = new ArrayList<String>();
        for (var change : diff.changes()) if (change.kind() == kind) lines.add("  " + line(change));
        if (!lines.isEmpty()) lines.addFirst(heading(kind) + " (" + lines.size() + ")");
        return lines;
    }

    private String heading(Kind kind) {
        return HEADINGS.getOrDefault(language, HEADINGS.getOrDefault("en", Map.of()))
                .getOrDefault(kind, kind.code());
    }

    private String line(Change change) {
        var before = shown(change.before());
        var after = shown(change.after());
        var what = before.isEmpty() || after.isEmpty() ? before + after : before + " → " + after;
        return place(change.path()) + ": " + what;
    }

    /** Codes say enough where they are: {@code oit 9.1 o1 text th}. */
    private String place(String path) {
        return String.join(
                " ",
                Arrays.stream(path.split("/"))
                        .filter(step -> !List.of("", "instruments", "indicators", "subIndicators", "items", "subItems")
                                .contains(step))
                        .map(step -> thai() ? THAI.getOrDefault(step, step) : step)
                        .toList());
    }

    private String shown(@Nullable JsonNode node) {
        if (node == null) return "";
        var text = node.isObject() ? named(node) : node.isString() ? node.stringValue() : node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private String named(JsonNode node) {
        for (var key : List.of("title", "text", "label")) if (node.has(key)) return spoken(node.path(key));
        return node.has("th") ? spoken(node) : node.toString();
    }

    private String spoken(JsonNode texts) {
        return texts.path(texts.has(language) ? language : "en").asString("");
    }
}
