package org.prongsai.bench.stage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where a database is, past the service that owns it.
 *
 * @param address host:port
 */
public record DatabaseSettings(String database, String address, String password, String ownerPassword) {

    public String url() {
        return "jdbc:postgresql://" + address + "/" + database;
    }

    public Connection owner() throws SQLException {
        return DriverManager.getConnection(url(), database + "_owner", ownerPassword);
    }

    public Connection runtime() throws SQLException {
        return DriverManager.getConnection(url(), database, password);
    }
}
