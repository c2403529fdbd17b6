package org.prongsai.assessment;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.prongsai.contracts.EventJson;
import tools.jackson.databind.JsonNode;

/** How Postgres would look for rows in a database of which it knows nothing yet, as on the first day of a platform. */
public final class Plans {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]+)");

    private Plans() {}

    /**
     * By which condition each scan of a table enters its index; the kind of the scan where it enters none.
     *
     * @param table with its leaves; all of a name that begins so
     * @param types of the parameters that are no lists of text
     */
    public static List<String> entries(
            AssessmentWorld world, String database, String table, String statement, Map<String, String> types)
            throws SQLException {
        try (var owner = world.owner(database);
                var sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("set local enable_seqscan = off");
            sql.execute("""
                    select pg_clear_relation_stats(schemaname, relname),
                        (select count(pg_clear_attribute_stats(schemaname, relname, attname, false))
                         from pg_attribute where attrelid = relid and attnum > 0)
                    from pg_stat_user_tables""");
            try (var plan = sql.executeQuery("explain (generic_plan, format json) " + numbered(statement, types))) {
                plan.next();
                return nodes(EventJson.MAPPER
                                .readTree(plan.getString(1))
                                .path(0)
                                .path("Plan"))
                        .filter(node -> node.path("Relation Name").asString("").startsWith(table))
                        .filter(node ->
                                !"ModifyTable".equals(node.path("Node Type").asString()))
                        .map(Plans::entry)
                        .toList();
            } finally {
                owner.rollback();
            }
        }
    }

    private static String numbered(String statement, Map<String, String> types) {
        var names = PARAMETER
                .matcher(statement)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return PARAMETER.matcher(statement).replaceAll((MatchResult found) -> "\\$%d::%s"
                .formatted(names.indexOf(found.group(1)) + 1, types.getOrDefault(found.group(1), "text[]")));
    }

    private static Stream<JsonNode> nodes(JsonNode plan) {
        return Stream.concat(Stream.of(plan), plan.path("Plans").valueStream().flatMap(Plans::nodes));
    }

    private static String entry(JsonNode scan) {
        var condition = scan.path("Index Cond");
        return condition.isMissingNode()
                ? scan.path("Recheck Cond").asString(scan.path("Node Type").asString())
                : condition.asString();
    }
}
