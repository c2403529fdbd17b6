package org.prongsai.scoring.board;

import java.util.LinkedHashMap;
import java.util.Map;
import org.prongsai.scoring.listing.Order;

/** A list as a statement with its values; units without a sort key come last, then agencies decide. */
record BoardQuery(String text, Map<String, Object> values) {
    private static final String COLUMNS = """
            s.agency, a.name, a.type, s.adequacy, s.total, s.total_error, s.total_low, s.total_high, s.spread, s.level,
                s.left_out, s.instruments::text as instruments, s.indicators::text as indicators,
                s.hidden""";

    /** What the authority published of the year, and newest before it. */
    private static final String OFFICIAL = """
            left join official_result o on o.agency = s.agency and o.fiscal_year = :year
            left join lateral (
                select * from official_result e where e.agency = s.agency and e.fiscal_year < :year
                order by e.fiscal_year desc limit 1) e on true""";

    private static final String OFFICIAL_COLUMNS = """
            , o.total as official_total, o.level as official_level, o.source as official_source,
                o.retrieved as official_retrieved, e.fiscal_year as earlier_year, e.total as earlier_total,
                e.level as earlier_level, e.source as earlier_source, e.retrieved as earlier_retrieved""";

    /** One row more than the page holds. */
    static BoardQuery page(Wish wish) {
        var values = values(wish);
        values.put("limit", wish.limit() + 1);
        return new BoardQuery(text(wish, "", "", values) + "limit :limit", values);
    }

    /** All of them, beside what the authority published. */
    static BoardQuery whole(Wish wish) {
        var values = values(wish);
        values.put("year", wish.standard().framework().fiscalYear());
        return new BoardQuery(text(wish, OFFICIAL_COLUMNS, OFFICIAL, values), values);
    }

    private static String text(Wish wish, String columns, String joins, Map<String, Object> values) {
        return """
                select %1$s, (%2$s)::text as key %3$s
                from score s join agency a using (agency) %4$s
                where %5$s %6$s %7$s
                order by (%2$s) %8$s, s.agency
                """.formatted(
                        COLUMNS,
                        key(wish, values),
                        columns,
                        joins,
                        subtree(wish, values),
                        filters(wish.filter(), values),
                        after(wish, values),
                        direction(wish.order()));
    }

    /** As the indexes have it: every unit has a slug. */
    private static String direction(Order order) {
        var direction = order.falling() ? "desc" : "asc";
        return order.byAgency() ? direction : direction + " nulls last";
    }

    private static String subtree(Wish wish, Map<String, Object> values) {
        return "s.round = :round and s.participates and s.body is not null"
                + wish.standard().scope().condition(values);
    }

    private static Map<String, Object> values(Wish wish) {
        var values = new LinkedHashMap<String, Object>();
        values.put("round", wish.standard().round().round());
        return values;
    }

    private static String filters(Filter filter, Map<String, Object> values) {
        var filters = new StringBuilder();
        if (filter.level() != null) {
            filters.append(" and s.level = :level");
            values.put("level", filter.level());
        }
        if (filter.adequacy() != null) {
            filters.append(" and s.adequacy = :adequacy");
            values.put("adequacy", filter.adequacy());
        }
        return filters.append(filter.search().conditions(values)).toString();
    }

    /** Names are sorted as a dictionary has them. */
    private static String key(Wish wish, Map<String, Object> values) {
        var order = wish.order();
        if (order.byAgency()) return "s.agency";
        if (order.byTotal()) return "s.total";
        if (order.byName()) return "a.name_%1$s collate \"%1$s-x-icu\"".formatted(order.language());
        values.put("column", order.column());
        return "(coalesce(s.instruments -> cast(:column as text), s.indicators -> cast(:column as text)))::numeric";
    }

    private static String after(Wish wish, Map<String, Object> values) {
        if (wish.first()) return "";
        var last = wish.after().getFirst();
        values.put("lastAgency", wish.after().getLast());
        var key = key(wish, values);
        if (last.isEmpty()) return "and (%s) is null and s.agency > :lastAgency".formatted(key);
        values.put("last", last);
        boolean words = wish.order().byAgency() || wish.order().byName();
        return """
                and ((%1$s) is null or (%1$s) %2$s cast(:last as %3$s)
                    or ((%1$s) = cast(:last as %3$s) and s.agency > :lastAgency))""".formatted(key, wish.order().falling() ? "<" : ">", words ? "text" : "numeric");
    }
}
