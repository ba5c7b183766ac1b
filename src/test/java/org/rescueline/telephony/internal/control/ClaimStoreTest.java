package org.rescueline.telephony.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.Ids;
import org.rescueline.telephony.CallClaim;

/** Of those who reach for one call at the same time, the database lets one have it. */
@QuarkusTest
class ClaimStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OPERATORS = 12;

    @Inject
    ClaimStore claims;

    @Inject
    Pool pool;

    private final UUID callId = Ids.next();

    @RepeatedTest(10)
    void letsExactlyOneOfManyHaveTheCall() {
        // Given
        ring();

        // When
        var outcomes = atOnce(IntStream.range(0, OPERATORS)
                .mapToObj(each -> claims.claim(by(UUID.randomUUID(), "10" + (10 + each))))
                .toList());

        // Then
        var winners = outcomes.stream().flatMap(Optional::stream).toList();
        assertThat(winners).hasSize(1);
        assertThat(wait(claims.find(callId))).contains(winners.get(0));
    }

    @RepeatedTest(5)
    void letsExactlyOneSupervisorTakeItFromTheOneWhoHadIt() {
        // Given
        ring();
        var holder = UUID.randomUUID();
        wait(claims.claim(by(holder, "1001")));

        // When
        var outcomes = atOnce(IntStream.range(0, OPERATORS)
                .mapToObj(each -> claims.takeFrom(holder, by(UUID.randomUUID(), "10" + (10 + each))))
                .toList());

        // Then
        assertThat(outcomes.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void followsTheTelephoneOnceAndSaysNothingWhenNothingMoved() {
        // Given
        ring();
        var first = by(UUID.randomUUID(), "1001");
        wait(claims.claim(first));

        // When
        var same = wait(claims.follow(first));
        var other = wait(claims.follow(by(UUID.randomUUID(), "1002")));

        // Then
        assertThat(same).isEmpty();
        assertThat(other).map(CallClaim::extension).contains("1002");
    }

    private CallClaim by(UUID user, String extension) {
        return new CallClaim(callId, user, "Tester " + extension, extension, Instant.ofEpochSecond(1_700_000_000));
    }

    private void ring() {
        wait(pool.preparedQuery("""
                        insert into call (id, pbx, linkedid, direction, state, offered_at, ended_at, rebuilt, version)
                        values ($1, 'claims', $2, 'INBOUND', 'ENDED', now(), now(), false, 0)""").execute(Tuple.of(callId, callId.toString())));
    }

    private static <T> List<T> atOnce(List<Uni<T>> all) {
        return wait(Uni.join().all(all).andFailFast());
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
