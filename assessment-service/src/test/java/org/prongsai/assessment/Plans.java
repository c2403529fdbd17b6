package org.prongsai.assessment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.prongsai.contracts.EventJson;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;

/**
 * How Postgres looks for rows in tables that are new, that were emptied, and that are full: a plan made for one of them is
 * kept while they become another. The tables are made by the migrations, in a transaction that is undone.
 *
 * @param database of the service
 * @param table with its leaves: all whose name begins so
 * @param fill statement that lays many rows into it
 */
public record Plans(AssessmentWorld world, String database, String table, String fill) {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]+)");

    /**
     * One scan of a leaf.
     *
     * @param alias that the statement gives the table
     * @param entry condition by which it enters an index; the kind of the scan where it enters none
     * @param index that it enters, or empty
     */
    public record Scan(String state, String alias, String entry, String index) {}

    /**
     * Of all three states, one after the other.
     *
     * @param types of the parameters that are no lists of text
     */
    public List<Scan> scans(String statement, Map<String, String> types) throws SQLException, IOException {
        try (var owner = world.owner(database)) {
            owner.setAutoCommit(false);
            try {
                return scans(owner, "explain (generic_plan, format json) " + numbered(statement, types));
            } finally {
                owner.rollback();
            }
        }
    }

    private List<Scan> scans(Connection owner, String explain) throws SQLException, IOException {
        execute(owner, "set local enable_seqscan = off; create schema planned; set local search_path = planned");
        for (var migration : migrations()) {
            execute(owner, migration.getContentAsString(StandardCharsets.UTF_8).replace("${runtime}", database));
        }
        var found = new ArrayList<>(scans(owner, "new", explain));
        execute(owner, """
                select pg_restore_relation_stats('schemaname', nspname::text, 'relname', relname::text,
                    'relpages', 0, 'reltuples', 0::real)
                from pg_class join pg_namespace n on n.oid = relnamespace
                where nspname = 'planned' and relkind in ('r', 'i')""");
        found.addAll(scans(owner, "emptied", explain));
        execute(owner, fill + "; analyze " + table);
        found.addAll(scans(owner, "full", explain));
        return found;
    }

    private List<Scan> scans(Connection owner, String state, String explain) throws SQLException {
        try (var sql = owner.createStatement();
                var plan = sql.executeQuery(explain)) {
            plan.next();
            return nodes(EventJson.MAPPER.readTree(plan.getString(1)).path(0).path("Plan"))
                    .filter(node -> node.path("Relation Name").asString("").startsWith(table + "_"))
                    .filter(node -> !"ModifyTable".equals(node.path("Node Type").asString()))
                    .map(node -> new Scan(state, alias(node), entry(node), index(node)))
                    .toList();
        }
    }

    private List<Resource> migrations() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath:db/" + database + "/V*.sql");
        return Arrays.stream(found)
                .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                .toList();
    }

    private static void execute(Connection owner, String statements) throws SQLException {
        try (var sql = owner.createStatement()) {
            sql.execute(statements);
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

    /** Without the number that a leaf adds. */
    private static String alias(JsonNode scan) {
        return scan.path("Alias").asString().replaceAll("_\\d+$", "");
    }

    /** Of a bitmap the index stands one level deeper. */
    private static String index(JsonNode scan) {
        var name = scan.findValue("Index Name");
        return name == null ? "" : name.asString();
    }

    private static String entry(JsonNode scan) {
        var condition = scan.path("Index Cond");
        return condition.isMissingNode()
                ? scan.path("Recheck Cond").asString(scan.path("Node Type").asString())
                : condition.asString();
    }
}
