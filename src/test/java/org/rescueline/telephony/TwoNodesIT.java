package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.embedded.EmbeddedPostgres;
import org.rescueline.testkit.AsteriskInstance;
import org.rescueline.testkit.CallCrowd;
import org.rescueline.testkit.LedgerComparison;
import org.rescueline.testkit.OutlivingDatabase;
import org.rescueline.testkit.OutlivingRedis;
import org.rescueline.testkit.RunningService;
import org.rescueline.testkit.TestCentre;

/**
 * Two nodes on one PostgreSQL and one Redis, two real switches attached to both. One node listens to each switch; when it
 * is killed in the midst of calls, the other one takes over and reconciles.
 */
class TwoNodesIT {

    private static final CallCrowd.Manners DESK = new CallCrowd.Manners(Duration.ofMillis(500), Duration.ofMillis(900));
    private static final Duration RINGING = Duration.ofSeconds(25);
    private static final int CALLERS = 40;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private OutlivingDatabase database;
    private AsteriskInstance north;
    private AsteriskInstance south;
    private RunningService one;
    private RunningService other;

    @BeforeEach
    void start() {
        database = keep(new OutlivingDatabase("two-nodes"));
        var redis = keep(new OutlivingRedis("two-nodes"));
        north = exchange("north");
        south = exchange("south");
        var configuration = configuration(redis);
        one = keep(RunningService.prepare("two-nodes-one", configuration)).start();
        database.makeRecordRole();
        north.start();
        south.start();
        awaitBoth(one, "north, south");
        other = keep(RunningService.prepare("two-nodes-other", configuration)).start();
        awaitBoth(other, "");
    }

    @AfterEach
    void stop() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @Test
    void theOtherNodeTakesOverFromOneThatIsKilledAndNoCallIsLostOrDoubled() {
        var callersOfNorth = keep(CallCrowd.seat(north, DESK));
        var callersOfSouth = keep(CallCrowd.seat(south, DESK));
        var inNorth = new LedgerComparison(database, "north", north, callersOfNorth, List.of());
        var inSouth = new LedgerComparison(database, "south", south, callersOfSouth, List.of());

        // Given
        callersOfNorth.ring(CallCrowd.callers(13_900_000_000L, CALLERS), RINGING);
        callersOfSouth.ring(CallCrowd.callers(13_800_000_000L, CALLERS), RINGING);
        await().atMost(TestCentre.PATIENCE).until(() -> callersOfNorth.taken().size() > CALLERS / 4);

        // When
        one.kill9();

        // Then
        awaitBoth(other, "north, south");
        callersOfNorth.awaitEnd(TestCentre.PATIENCE);
        callersOfSouth.awaitEnd(TestCentre.PATIENCE);
        await().atMost(TestCentre.PATIENCE).untilAsserted(() -> {
            assertThat(inNorth.compare().differences()).isEmpty();
            assertThat(inSouth.compare().differences()).isEmpty();
        });
        assertThat(inNorth.compare().ledger()).isEqualTo(CALLERS);
        assertThat(inSouth.compare().ledger()).isEqualTo(CALLERS);
    }

    private AsteriskInstance exchange(String name) {
        return keep(AsteriskInstance.prepare("two-nodes-" + name)
                .with("pbx", name)
                .withDesks(8)
                .recordingInto(database.port(), EmbeddedPostgres.DATABASE, "asterisk_cel"));
    }

    private Map<String, String> configuration(OutlivingRedis redis) {
        Map<String, String> configuration = new HashMap<>(database.configuration());
        configuration.put("rescueline.redis.uri", redis.uri());
        configuration.put("rescueline.telephony.enabled", "true");
        configuration.put("rescueline.telephony.pbx", "north");
        configuration.put("rescueline.telephony.ami.port", Integer.toString(north.amiPort()));
        configuration.put("rescueline.telephony.ami.secret", AsteriskInstance.SECRET);
        configuration.put("rescueline.telephony.ami.longest-reconnect-pause", "PT1S");
        configuration.put("rescueline.telephony.cel.file", north.recordFile().toString());
        configuration.put("rescueline.telephony.cel.interval", "PT2S");
        configuration.put("rescueline.telephony.cel.settled", "PT0.5S");
        configuration.put("rescueline.telephony.switches.south.port", Integer.toString(south.amiPort()));
        configuration.put("rescueline.telephony.switches.south.secret", AsteriskInstance.SECRET);
        configuration.put(
                "rescueline.telephony.switches.south.cel-file",
                south.recordFile().toString());
        configuration.put("rescueline.telephony.lease.duration", "PT3S");
        configuration.put("rescueline.telephony.lease.renewal", "PT1S");
        return configuration;
    }

    /** Waits until a node is connected to both switches and listens to those. */
    private static void awaitBoth(RunningService node, String listening) {
        var wanted = Pattern.compile("\"listening\"\\s*:\\s*\"" + listening + "\"");
        await("listening to " + listening).atMost(TestCentre.PATIENCE).until(() -> node.find("/q/health/ready")
                .filter(answer -> answer.body().contains("ASTERISK")
                        && wanted.matcher(answer.body()).find())
                .isPresent());
    }

    private <T extends AutoCloseable> T keep(T part) {
        open.push(part);
        return part;
    }
}
