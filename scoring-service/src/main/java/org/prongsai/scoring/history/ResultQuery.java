package org.prongsai.scoring.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.prongsai.scoring.listing.Order;

/** A list of published results as a statement with its values: of one line of agencies, or of all there are. */
record ResultQuery(String text, Map<String, Object> values) {
    /**
     * The line: the agency and those it came from, each up to the day it handed over. What a predecessor that goes on did
     * later, or took over later, is not part of it; that also ends any circle. Of several ways the longest counts.
     */
    private static final String LINE = """
            recursive way (agency, successor, kind, since, until) as (
                select cast(:line as text), cast(null as text), cast(null as text), cast(null as date),
                    cast('infinity' as date)
                union
                select p.agency, w.agency, p.kind, p."on", least(p."on", w.until)
                from way w join agency a on a.agency = w.agency
                cross join lateral jsonb_to_recordset(a.predecessors) as p (agency text, kind text, "on" date)
                where p."on" <= w.until
            ), line as (
                select distinct on (agency) * from way order by agency, until desc, since desc, successor
            )""";

    private static final String EVERYBODY = """
            line as (
                select a.agency, cast(null as text) as successor, cast(null as text) as kind, cast(null as date) as since,
                    cast('infinity' as date) as until
                from agency a where true%s
            )""";

    /**
     * Scores published by this platform join {@code published} as a second kind once publication is told. Names are looked
     * up for the rows of a page only, as they come after the sorting.
     */
    private static final String SELECT = """
            with %1$s, published as (
                select agency, fiscal_year, 'official' as kind, cast(null as text) as round, total, level, source,
                    retrieved, false as synthetic, note
                from official_result
            )
            select p.*, l.successor, l.kind as link, l.since, (%2$s)::text as key, coalesce((
                select n.name::text from jsonb_to_recordset(a.names) as n (name jsonb, "to" date)
                where n."to" >= make_date(p.fiscal_year - 543, 9, 30) order by n."to" limit 1), a.name) as name
            from line l join published p using (agency) join agency a using (agency)
            where make_date(p.fiscal_year - 544, 10, 1) < l.until %3$s %4$s
            order by (%2$s) %5$s, p.fiscal_year desc, p.agency, p.kind
            """;

    /** One row more than the page holds. */
    static ResultQuery page(ResultWish wish) {
        var all = whole(wish);
        all.values().put("limit", wish.limit() + 1);
        return new ResultQuery(all.text() + "limit :limit", all.values());
    }

    static ResultQuery whole(ResultWish wish) {
        var values = new LinkedHashMap<String, Object>();
        var text = SELECT.formatted(
                line(wish, values),
                key(wish.order()),
                filters(wish.filter(), values),
                after(wish, values),
                wish.order().falling() ? "desc" : "asc");
        return new ResultQuery(text, values);
    }

    private static String line(ResultWish wish, Map<String, Object> values) {
        if (wish.line() == null)
            return EVERYBODY.formatted(
                    wish.scope().condition(values) + wish.filter().search().conditions(values));
        values.put("line", wish.line());
        return LINE;
    }

    private static String key(Order order) {
        if (order.byAgency()) return "p.agency";
        return order.byTotal() ? "p.total" : "p.fiscal_year";
    }

    private static String filters(ResultWish.Filter filter, Map<String, Object> values) {
        var filters = new StringBuilder();
        if (filter.fiscalYear() != null) {
            filters.append(" and p.fiscal_year = :year");
            values.put("year", filter.fiscalYear());
        }
        if (filter.level() != null) {
            filters.append(" and p.level = :level");
            values.put("level", filter.level());
        }
        return filters.toString();
    }

    private static String after(ResultWish wish, Map<String, Object> values) {
        if (wish.first()) return "";
        values.put("last", wish.after().getFirst());
        values.put("lastYear", Integer.parseInt(wish.after().get(1)));
        values.put("lastAgency", wish.after().get(2));
        values.put("lastKind", wish.after().get(3));
        return """
                and ((%1$s) %2$s cast(:last as %3$s) or ((%1$s) = cast(:last as %3$s)
                    and (p.fiscal_year < :lastYear
                        or (p.fiscal_year = :lastYear and (p.agency, p.kind) > (:lastAgency, :lastKind)))))""".formatted(
                        key(wish.order()),
                        wish.order().falling() ? "<" : ">",
                        wish.order().byAgency() ? "text" : "numeric");
    }
}
