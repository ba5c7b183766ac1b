package org.rescueline.telephony.internal.cel;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.Optional;
import org.rescueline.telephony.manager.CapturedCase;

/** Brings a captured record into the table as Asterisk does. */
public final class RecordedLines {

    private RecordedLines() {}

    /** Inserts the lines of a case. */
    public static void insert(Pool pool, CapturedCase captured) {
        var lines = captured.recordLines().stream()
                .map(CelFileLine::parse)
                .flatMap(Optional::stream)
                .toList();
        new CelFileStore(pool)
                .store(
                        "captured:" + captured.name(),
                        new CelFileStore.Mark("captured", 0),
                        new CelFileStore.Mark("captured", 0),
                        lines)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    /** Empties the table. */
    public static void clear(Pool pool) {
        pool.query("delete from cel").execute().await().atMost(Duration.ofSeconds(20));
    }
}
