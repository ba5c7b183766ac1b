package org.rescueline.shared.embedded;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes databases on the embedded server, over JDBC since the unpacked binaries bring no {@code psql}. */
public final class PostgresDatabases {

    private PostgresDatabases() {}

    /**
     * Makes a database unless it is there.
     *
     * @param port the server's port on loopback
     * @param name letters, digits and underscores only; it becomes part of a statement
     */
    public static void createIfMissing(int port, String user, String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (var connection = DriverManager.getConnection(url, user, "");
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            if (query.executeQuery().next()) {
                return;
            }
            try (var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded PostgreSQL does not let me make database " + name, e);
        }
    }
}
