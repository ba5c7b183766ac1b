package org.rescueline.telephony.internal.cel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts lines of the file into the table and remembers, in the same transaction, how far the file has been read. */
@ApplicationScoped
public class CelFileStore {

    /** A line that Asterisk brought into the table itself is not brought again. */
    private static final String INSERT = """
            insert into cel (%s)
            select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19
            where not exists (
                select 1 from cel
                where uniqueid = $15 and linkedid = $16 and eventtime = $1 and eventtype = $2
                  and appname = $11 and extra = $19)
            """.formatted(String.join(", ", CelFileLine.COLUMNS));

    private static final String READ_SO_FAR = "select identity, read_bytes from cel_file where path = $1";

    private static final String REMEMBER = """
            insert into cel_file (path, identity, read_bytes) values ($1, $2, $3)
            on conflict (path) do update set identity = excluded.identity, read_bytes = excluded.read_bytes
                where cel_file.identity = $4 and cel_file.read_bytes = $5
            """;

    /**
     * How far a file has been read.
     *
     * @param identity tells a file from its successor of the same name
     */
    record Mark(String identity, long readBytes) {}

    private final Pool pool;

    CelFileStore(Pool pool) {
        this.pool = pool;
    }

    /** Where reading goes on; at the beginning for a file never seen. */
    Uni<Mark> mark(String path) {
        return pool.preparedQuery(READ_SO_FAR).execute(Tuple.of(path)).map(rows -> {
            var row = rows.iterator();
            if (!row.hasNext()) {
                return new Mark("", 0);
            }
            var found = row.next();
            return new Mark(found.getString(0), found.getLong(1));
        });
    }

    /**
     * Stores lines and the new mark together. Stores nothing when somebody else has read on from the old mark in the
     * meantime: the lines are his.
     */
    Uni<Integer> store(String path, Mark before, Mark mark, List<List<String>> lines) {
        var marks = Tuple.of(path, mark.identity(), mark.readBytes(), before.identity(), before.readBytes());
        return pool.withTransaction(connection -> connection
                .preparedQuery(REMEMBER)
                .execute(marks)
                .chain(moved -> moved.rowCount() == 0 ? Uni.createFrom().item(0) : insert(connection, lines)));
    }

    private static Uni<Integer> insert(SqlConnection connection, List<List<String>> lines) {
        if (lines.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return connection
                .preparedQuery(INSERT)
                .executeBatch(lines.stream().map(CelFileStore::values).toList())
                .map(results -> {
                    int inserted = 0;
                    for (var result = results; result != null; result = result.next()) {
                        inserted += result.rowCount();
                    }
                    return inserted;
                });
    }

    private static Tuple values(List<String> fields) {
        var values = Tuple.tuple();
        values.addValue(CelStore.utc(CelFileLine.instantOf(fields)));
        fields.stream().skip(1).forEach(values::addValue);
        return values;
    }
}
