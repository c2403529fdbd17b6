package org.prongsai.scoring.board;

import java.util.LinkedHashMap;
import java.util.Map;

/** A list or its roll-up as a statement with its values; units without a sort key come last, then agencies decide. */
record BoardQuery(String text, Map<String, Object> values) {

    /** One row more than the page holds. */
    static BoardQuery rows(Wish wish) {
        var values = subtreeValues(wish);
        var text = """
                select s.agency, a.name, a.type, s.adequacy, s.total, s.total_error, s.total_low, s.total_high, s.spread,
                    s.level, s.instruments::text as instruments, (%1$s)::text as key
                from score s join agency a using (agency)
                where %2$s %3$s %4$s
                order by (%1$s) is null, (%1$s) %5$s, s.agency
                limit :limit
                """.formatted(
                        key(wish.order(), values),
                        subtree(wish),
                        filters(wish, values),
                        after(wish, values),
                        wish.order().falling() ? "desc" : "asc");
        values.put("limit", wish.limit() + 1);
        return new BoardQuery(text, values);
    }

    /** The whole subtree by level, whatever the filters. */
    static BoardQuery groups(Wish wish) {
        var text = """
                select s.level, count(*) as units, count(s.total) as shown, sum(s.total) as sum
                from score s join agency a using (agency) where %s group by s.level
                """.formatted(subtree(wish));
        return new BoardQuery(text, subtreeValues(wish));
    }

    private static String subtree(Wish wish) {
        var all = "s.round = :round and s.participates and s.body is not null";
        return wish.parent() == null ? all : all + " and a.path @> array[cast(:parent as text)]";
    }

    private static Map<String, Object> subtreeValues(Wish wish) {
        var values = new LinkedHashMap<String, Object>();
        values.put("round", wish.round());
        if (wish.parent() != null) values.put("parent", wish.parent());
        return values;
    }

    private static String filters(Wish wish, Map<String, Object> values) {
        var filters = "";
        if (wish.level() != null) {
            filters += " and s.level = :level";
            values.put("level", wish.level());
        }
        if (wish.adequacy() != null) {
            filters += " and s.adequacy = :adequacy";
            values.put("adequacy", wish.adequacy());
        }
        return filters;
    }

    private static String key(Order order, Map<String, Object> values) {
        if (order.byAgency()) return "s.agency";
        if (order.byTotal()) return "s.total";
        values.put("instrument", order.column());
        return "(s.instruments ->> cast(:instrument as text))::numeric";
    }

    private static String after(Wish wish, Map<String, Object> values) {
        if (wish.first()) return "";
        var last = wish.after().getFirst();
        values.put("lastAgency", wish.after().getLast());
        var key = key(wish.order(), values);
        if (last.isEmpty()) return "and (%s) is null and s.agency > :lastAgency".formatted(key);
        values.put("last", last);
        return """
                and ((%1$s) is null or (%1$s) %2$s cast(:last as %3$s)
                    or ((%1$s) = cast(:last as %3$s) and s.agency > :lastAgency))""".formatted(
                        key, wish.order().falling() ? "<" : ">", wish.order().byAgency() ? "text" : "numeric");
    }
}
