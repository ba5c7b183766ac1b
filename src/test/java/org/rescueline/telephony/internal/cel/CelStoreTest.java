package org.rescueline.telephony.internal.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CelStoreTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant ENDED_AT = Instant.parse("2031-01-14T03:00:00Z");
    private static final String OF_NORTH = "north-1926039600.7";
    private static final String OF_NORTH_2 = "north-2-1926039600.7";

    @Inject
    Pool pool;

    @BeforeEach
    void record() {
        RecordedLines.clear(pool);
        List.of(OF_NORTH, OF_NORTH_2).forEach(this::recordEndOf);
    }

    @AfterEach
    void forget() {
        RecordedLines.clear(pool);
    }

    @Test
    void leavesTheCallsOfAnotherSwitchToItThoughOneNameBeginsLikeTheOther() {
        // When
        var lackingOfNorth = lacking("north", "north-2");
        var lackingOfNorth2 = lacking("north-2", "north");

        // Then
        assertThat(lackingOfNorth).containsExactly(OF_NORTH);
        assertThat(lackingOfNorth2).containsExactly(OF_NORTH_2);
    }

    private List<String> lacking(String pbx, String other) {
        return new CelStore(pool)
                .listLacking(pbx, List.of(other), ENDED_AT.minusSeconds(60), ENDED_AT.plusSeconds(60), 10)
                .await()
                .atMost(TIMEOUT);
    }

    private void recordEndOf(String call) {
        pool.preparedQuery("insert into cel (eventtime, eventtype, uniqueid, linkedid) values ($1, 'HANGUP', $2, $2)")
                .execute(Tuple.of(CelStore.utc(ENDED_AT), call))
                .await()
                .atMost(TIMEOUT);
    }
}
