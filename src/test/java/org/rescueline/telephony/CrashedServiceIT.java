package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.testkit.Sipp;
import org.rescueline.testkit.TestCentre;

/**
 * The packaged service is killed, stopped or left without its database while callers ring, and no call is lost or told
 * twice. Callers reach people all the while.
 */
class CrashedServiceIT {

    private static TestCentre centre;

    private final List<Sipp> people = new ArrayList<>();

    @BeforeAll
    static void start() {
        centre = TestCentre.start("crashed", Map.of());
    }

    @BeforeEach
    void emptyLedger() {
        centre.awaitAttached();
        centre.database().execute("truncate call_leg, dial_attempt, call, cel, outbox cascade");
    }

    @AfterEach
    void sendPeopleHome() {
        people.forEach(Sipp::close);
    }

    @AfterAll
    static void stop() {
        centre.close();
    }

    @Test
    void keepsACallDuringWhichItWasKilled() {
        // Given
        desksAnswer();
        var caller = caller("4008809818", 5);
        awaitCalls("ANSWERED", 1);

        // When
        centre.service().kill9();
        caller.succeeded();
        centre.service().start();

        // Then
        awaitCalls("ENDED", 1);
        assertThat(centre.database().count("select count(*) from call")).isEqualTo(1);
        assertThat(centre.database().count("select count(*) from call_leg where ended_at is null"))
                .isZero();
        assertThat(
                        centre.database()
                                .count(
                                        "select count(*) from call where extract(epoch from ended_at - answered_at) between 3 and 7"))
                .isEqualTo(1);
    }

    @Test
    void learnsAfterwardsOfCallsThatCameWhileServiceAndDatabaseWereStopped() {
        // Given
        desksAnswer();
        centre.service().terminate();
        centre.database().stop();

        // When
        caller("8008409818", 1).succeeded();
        people.forEach(Sipp::close);
        caller("4008809818", 1).succeeded();
        centre.database().start();
        centre.service().start();

        // Then
        awaitCalls("ENDED", 1);
        awaitCalls("ABANDONED", 1);
        assertThat(centre.database().count("select count(*) from call where not rebuilt"))
                .isZero();
        assertThat(centre.database().count("select count(*) from call")).isEqualTo(2);
    }

    @Test
    void writesCallsThatWaitedForTheDatabase() {
        // Given
        desksAnswer();
        centre.database().stop();

        // When
        caller("4008809818", 1).succeeded();
        centre.database().start();

        // Then
        awaitCalls("ENDED", 1);
        assertThat(centre.database().count("select count(*) from call")).isEqualTo(1);
        assertThat(centre.database().count("select count(*) from call where ringing_at is not null"))
                .isEqualTo(1);
    }

    private void desksAnswer() {
        for (var extension : List.of("1001", "1002")) {
            people.add(Sipp.answering(
                    centre.exchange(),
                    centre.exchange().phone(extension),
                    Duration.ofMillis(300),
                    Duration.ofSeconds(60)));
        }
    }

    private Sipp caller(String hotline, int seconds) {
        var caller = Sipp.caller(centre.exchange(), hotline, "13800138001", Duration.ofSeconds(seconds));
        people.add(caller);
        return caller;
    }

    private static void awaitCalls(String state, int expected) {
        centre.database().awaitCount("select count(*) from call where state = '" + state + "'", expected);
    }
}
