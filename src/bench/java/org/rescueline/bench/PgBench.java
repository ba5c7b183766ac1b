package org.rescueline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One transaction made of rows that the service wrote before, given to PostgreSQL's own load generator. */
final class PgBench {

    private static final int SECONDS = 15;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern PORT = Pattern.compile(":(\\d+)/(\\w+)\\?user=(\\w+)");

    private final String url;
    private final List<String> script = new ArrayList<>(List.of("\\set r random(1, 9000000000000000000)", "begin;"));

    PgBench(String url) {
        this.url = url;
    }

    PgBench statement(String sql) {
        script.add(sql.replace(":r", ":r::text") + ";");
        return this;
    }

    /** Inserts the rows found by the condition again, with new expressions for some columns; %d numbers the rows. */
    PgBench row(Connection connection, String table, String condition, Map<String, String> anew) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table + " where " + condition)) {
            var before = script.size();
            while (rows.next()) {
                var columns = new ArrayList<String>();
                var values = new ArrayList<String>();
                for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    var name = rows.getMetaData().getColumnName(column);
                    var value = rows.getString(column);
                    if (value != null) {
                        columns.add(name);
                        values.add(anew.containsKey(name)
                                ? anew.get(name).formatted(rows.getRow())
                                : literal(value));
                    }
                }
                statement(insert(table, columns, values));
            }
            if (script.size() == before) {
                throw new IllegalStateException("no row of " + table + " where " + condition);
            }
        }
        return this;
    }

    double transactionsPerSecond(int clients) throws IOException, InterruptedException {
        script.add("commit;");
        var file = Files.createTempFile("rescueline-", ".sql");
        Files.write(file, script);
        var where = PORT.matcher(url);
        if (!where.find()) {
            throw new IllegalArgumentException(url);
        }
        var process = new ProcessBuilder(
                        program(), "-n", "-M", "prepared", "-c", Integer.toString(clients), "-T", Integer.toString(SECONDS),
                        "-f", file.toString(), "-h", "127.0.0.1", "-p", where.group(1), "-U", where.group(3), where.group(2))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var rate = RATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException("pgbench: " + said);
        }
        Files.delete(file);
        return Double.parseDouble(rate.group(1));
    }

    /** Colons are written as their code, lest pgbench takes what follows for a variable. */
    private static String literal(String value) {
        return "E'" + value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a") + "'";
    }

    private static String insert(String table, List<String> columns, List<String> values) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values (" + String.join(", ", values) + ")";
    }

    /** It does not come with the embedded server; any PostgreSQL of the system brings it. */
    private static String program() throws IOException {
        var home = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(home)) {
            try (var versions = Files.list(home)) {
                var found = versions.map(version -> version.resolve("bin/pgbench"))
                        .filter(Files::isExecutable)
                        .findFirst();
                if (found.isPresent()) {
                    return found.get().toString();
                }
            }
        }
        return "pgbench";
    }
}
