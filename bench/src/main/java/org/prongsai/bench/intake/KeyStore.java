package org.prongsai.bench.intake;

import java.sql.SQLException;
import java.util.List;
import org.prongsai.bench.stage.DatabaseSettings;
import org.prongsai.blind.PublicJwk;

/** The keys by which the intake knows the tickets of staff, past the service. */
record KeyStore(DatabaseSettings access) {

    private static final String PUBLISH =
            "insert into ticket_key (round, agency, instrument, n, e) values (?, ?, ?, ?, ?)";

    /** Before anybody has drawn: afterwards each unit has a key of its own. */
    void publish(PublicJwk key, String round, String instrument, List<String> units) throws SQLException {
        try (var owner = access.owner();
                var statement = owner.prepareStatement(PUBLISH)) {
            for (var unit : units) {
                statement.setString(1, round);
                statement.setString(2, unit);
                statement.setString(3, instrument);
                statement.setString(4, key.n());
                statement.setString(5, key.e());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
