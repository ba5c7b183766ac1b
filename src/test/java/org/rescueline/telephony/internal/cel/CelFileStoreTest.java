package org.rescueline.telephony.internal.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.Ids;
import org.rescueline.telephony.manager.CapturedCase;

@QuarkusTest
class CelFileStoreTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final CelFileStore.Mark NEVER_READ = new CelFileStore.Mark("", 0);

    @Inject
    Pool pool;

    private final String path = "test-" + Ids.next();
    private final List<List<String>> lines = new CapturedCase("answered-400")
            .recordLines().stream()
                    .map(CelFileLine::parse)
                    .flatMap(Optional::stream)
                    .toList();

    @AfterEach
    void forget() {
        RecordedLines.clear(pool);
    }

    @Test
    void aLineComesOnceThoughTwoReadTheFileInTheSameMoment() {
        // Given
        var store = new CelFileStore(pool);
        var mark = new CelFileStore.Mark(path, 100);

        // When
        var brought = Uni.join()
                .all(store.store(path, NEVER_READ, mark, lines), store.store(path, NEVER_READ, mark, lines))
                .andFailFast()
                .await()
                .atMost(TIMEOUT);

        // Then
        assertThat(brought).containsExactlyInAnyOrder(0, lines.size());
        assertThat(rows()).isEqualTo(lines.size());
    }

    @Test
    void goesOnFromTheMarkThatItLeft() {
        // Given
        var store = new CelFileStore(pool);
        var half = new CelFileStore.Mark(path, 100);
        store.store(path, NEVER_READ, half, lines.subList(0, 3)).await().atMost(TIMEOUT);

        // When
        store.store(path, half, new CelFileStore.Mark(path, 200), lines.subList(3, lines.size()))
                .await()
                .atMost(TIMEOUT);

        // Then
        assertThat(rows()).isEqualTo(lines.size());
    }

    private long rows() {
        return pool.preparedQuery("select count(*) from cel where linkedid = $1")
                .execute(Tuple.of(lines.get(0).get(15)))
                .await()
                .atMost(TIMEOUT)
                .iterator()
                .next()
                .getLong(0);
    }
}
