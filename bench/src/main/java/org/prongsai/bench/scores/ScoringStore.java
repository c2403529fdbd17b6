package org.prongsai.bench.scores;

import java.sql.Connection;
import java.sql.SQLException;
import org.prongsai.bench.stage.DatabaseSettings;

/** The database of scores, past the service: how many answers its tallies hold. */
final class ScoringStore implements AutoCloseable {

    private static final String COUNTED = "select coalesce(sum(responses), 0) from tally where round = ?";
    private static final String MARKED = "select count(*) from mark where round = ?";
    private static final String SCORED =
            "select count(*) from score where round = ? and participates and body is not null and total is not null";

    private final Connection connection;

    private ScoringStore(Connection connection) {
        this.connection = connection;
    }

    static ScoringStore open(DatabaseSettings access) {
        try {
            return new ScoringStore(access.runtime());
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Answers of a round in its tallies; the scores that follow from them were written with them. */
    long counted(String round) {
        return number(COUNTED, round);
    }

    /** Marks of a round that its scores know. */
    long marked(String round) {
        return number(MARKED, round);
    }

    /** Units of a round that have a total. */
    long scored(String round) {
        return number(SCORED, round);
    }

    private long number(String query, String round) {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, round);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static IllegalStateException refused(SQLException e) {
        return new IllegalStateException("the database of scores refused: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw refused(e);
        }
    }
}
