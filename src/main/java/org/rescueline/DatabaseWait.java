package org.rescueline;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for a database that is not up yet. The service cannot begin without it, since the tables may have to be made
 * first; and a service that gives up would have to be started again by hand at three in the morning.
 */
final class DatabaseWait {

    /** SQLSTATEs of a server nobody can reach, or that is starting or stopping. Any other answer is an answer. */
    private static final Set<String> AWAY = Set.of("08000", "08001", "08003", "08004", "08006", "57P01", "57P03");

    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int CONNECT_SECONDS = 5;
    private static final int STEPS_BETWEEN_WORDS = 15;

    private DatabaseWait() {}

    /** Returns when the server answers, even if only to refuse us: then the service's own start says why. */
    static void untilItAnswers(LaunchConfiguration configuration) {
        var url = "jdbc:postgresql://%s:%s/%s"
                .formatted(
                        configuration.require("rescueline.database.host"),
                        configuration.valueOr("rescueline.database.port", "5432"),
                        configuration.valueOr("rescueline.database.name", "rescueline"));
        var user = configuration.valueOr("rescueline.database.user", "rescueline");
        var password = configuration.valueOr("rescueline.database.password", "");
        for (var step = 0; isAway(url, user, password); step++) {
            if (step % STEPS_BETWEEN_WORDS == 0) {
                // Not by the log: it keeps everything back until Quarkus has configured it, which is after this wait.
                System.err.println("Waiting for PostgreSQL at " + url);
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    private static boolean isAway(String url, String user, String password) {
        DriverManager.setLoginTimeout(CONNECT_SECONDS);
        try (var connection = DriverManager.getConnection(url, user, password)) {
            return connection == null;
        } catch (SQLException e) {
            return e.getSQLState() != null && AWAY.contains(e.getSQLState());
        }
    }
}
