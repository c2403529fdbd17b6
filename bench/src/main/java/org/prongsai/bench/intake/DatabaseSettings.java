package org.prongsai.bench.intake;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where a database is, past the service that owns it.
 *
 * @param address host:port
 */
record DatabaseSettings(String database, String address, String password, String ownerPassword) {

    String url() {
        return "jdbc:postgresql://" + address + "/" + database;
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(url(), database + "_owner", ownerPassword);
    }

    Connection runtime() throws SQLException {
        return DriverManager.getConnection(url(), database, password);
    }
}
