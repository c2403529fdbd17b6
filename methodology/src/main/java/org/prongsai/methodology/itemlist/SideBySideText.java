package org.prongsai.methodology.itemlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prongsai.methodology.itemlist.Pair.Fate;

/** The comparison as lines for people: {@code + o36 9.1 title}, {@code ~ o5 9.1 title (was: …)}. */
public record SideBySideText(String language) {
    private static final Map<Fate, String> SIGNS = Map.of(
            Fate.SAME,
            "=",
            Fate.REWORDED,
            "~",
            Fate.MOVED,
            ">",
            Fate.RENUMBERED,
            "#",
            Fate.ADDED,
            "+",
            Fate.MISSING,
            "-");
    private static final Map<Fate, String> THAI = Map.of(
            Fate.SAME, "ตรงกัน",
            Fate.REWORDED, "ถ้อยคำต่างกัน",
            Fate.MOVED, "ย้ายตัวชี้วัดย่อย",
            Fate.RENUMBERED, "เปลี่ยนหมายเลข",
            Fate.ADDED, "เพิ่มขึ้น",
            Fate.MISSING, "ไม่มีในรายการทางการ");

    public List<String> lines(SideBySide of) {
        var lines = new ArrayList<String>();
        for (var fate : Fate.values()) {
            int count = of.counts().getOrDefault(fate.code(), 0);
            if (count > 0) lines.add("%s %s: %d".formatted(sign(fate), named(fate), count));
        }
        of.pairs().forEach(pair -> lines.add(line(pair)));
        return lines;
    }

    private String named(Fate fate) {
        return language.equals("th") ? THAI.getOrDefault(fate, fate.code()) : fate.code();
    }

    private static String sign(Fate fate) {
        return SIGNS.getOrDefault(fate, "?");
    }

    private String line(Pair pair) {
        var sign = sign(pair.fate());
        if (pair.listed() == null)
            return "%s %s %s %s".formatted(sign, code(pair), pair.oursIn(), pair.title(language));
        var line = "%s %s %s %s"
                .formatted(sign, pair.listed().code(), pair.listed().subIndicator(), pair.title(language));
        return pair.ours() == null || pair.fate() == Fate.SAME ? line : line + before(pair);
    }

    private static String code(Pair pair) {
        return pair.ours() == null ? "" : pair.ours().code();
    }

    private String before(Pair pair) {
        var title = pair.ours() == null ? "" : pair.ours().text().getOrDefault(language, "");
        return "  (%s %s %s)".formatted(code(pair), pair.oursIn(), title);
    }
}
