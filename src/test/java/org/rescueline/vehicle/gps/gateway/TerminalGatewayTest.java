package org.rescueline.vehicle.gps.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rescueline.shared.redis.Redis;
import org.rescueline.testkit.Terminal808;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.gps.intake.TerminalDirectory;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.Codecs;
import org.rescueline.vehicle.gps.jt808.DriverIdentity;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;
import org.rescueline.vehicle.gps.jt808.FrameSink;
import org.rescueline.vehicle.gps.jt808.FrameSplitter;
import org.rescueline.vehicle.gps.jt808.HeaderReader;
import org.rescueline.vehicle.gps.jt808.Heartbeat;
import org.rescueline.vehicle.gps.jt808.LocationBatch;
import org.rescueline.vehicle.gps.jt808.LocationQuery;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.Logout;
import org.rescueline.vehicle.gps.jt808.MalformedFrame;
import org.rescueline.vehicle.gps.jt808.PlatformAck;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.RegistrationAnswer;
import org.rescueline.vehicle.gps.jt808.TerminalAck;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;

@QuarkusTest
class TerminalGatewayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    TerminalGateway gateway;

    @Inject
    TerminalSessions sessions;

    @Inject
    TerminalDirectory directory;

    @Inject
    PositionQueries queries;

    @Inject
    OpenConnections connections;

    @Inject
    Pool pool;

    @Inject
    Redis redis;

    @Inject
    MeterRegistry meters;

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void carriesAReportOfEveryEditionIntoMemoryRedisAndHistory(ProtocolVersion version) {
        // Given a terminal that has signed in
        String phone = aPhone();
        Instant at = now();
        try (Terminal808 terminal = Terminal808.connect(gateway.port(), version, "0" + phone)) {
            terminal.signIn();

            // When
            PlatformAck.Result result =
                    terminal.report(LocationReport.at(34.512345, 109.412345, at).withMotion(62.3, 281));

            // Then
            assertThat(result).isEqualTo(PlatformAck.Result.DONE);
            assertThat(position(phone)).hasValueSatisfying(position -> {
                assertThat(position.latitude()).isEqualTo(34.512345);
                assertThat(position.longitude()).isEqualTo(109.412345);
                assertThat(position.speedKph()).isEqualTo(62.3);
                assertThat(position.courseDegrees()).isEqualTo(281);
                assertThat(position.fixedAt()).isEqualTo(at);
            });
            await().atMost(PATIENCE).until(() -> redisField(phone, "latitude").equals("34.512345"));
            await().atMost(PATIENCE).until(() -> historyCount(phone) == 1);
        }
    }

    @Test
    void keepsAnOlderFixOutOfMemoryAndRedisButInTheHistory() {
        // Given
        String phone = aPhone();
        Instant at = now();
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            terminal.report(34.5, 109.4, at);

            // When
            PlatformAck.Result result = terminal.report(34.4, 109.3, at.minusSeconds(600));

            // Then
            assertThat(result).isEqualTo(PlatformAck.Result.DONE);
            await().atMost(PATIENCE).until(() -> historyCount(phone) == 2);
            assertThat(position(phone).orElseThrow().latitude()).isEqualTo(34.5);
            await().atMost(PATIENCE).until(() -> redisField(phone, "latitude").equals("34.5"));
        }
    }

    @Test
    void acknowledgesARepeatedReportAndKeepsItOnce() {
        // Given
        String phone = aPhone();
        Instant at = now();
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            terminal.report(34.5, 109.4, at);

            // When
            PlatformAck.Result again = terminal.report(34.5, 109.4, at);

            // Then
            terminal.report(34.51, 109.4, at.plusSeconds(30));
            assertThat(again).isEqualTo(PlatformAck.Result.DONE);
            await().atMost(PATIENCE).until(() -> historyCount(phone) >= 2);
            assertThat(historyCount(phone)).isEqualTo(2);
        }
    }

    @Test
    void letsATerminalInByItsCodeAfterAReconnect() {
        // Given a terminal that kept its code
        String phone = aPhone();
        String code;
        try (Terminal808 terminal = Terminal808.connect(gateway.port(), ProtocolVersion.V2013, phone)) {
            code = terminal.register("陕A12345").code();
        }

        // When it comes back without registering
        try (Terminal808 terminal = Terminal808.connect(gateway.port(), ProtocolVersion.V2013, phone)) {
            PlatformAck.Result result = terminal.authenticate(code);

            // Then
            assertThat(result).isEqualTo(PlatformAck.Result.DONE);
            assertThat(sessions.isOnline(phone)).isTrue();
        }
    }

    @Test
    void givesTheSameCodeToTheSameDeviceAndANewOneToAnother() {
        // Given
        String phone = aPhone();
        try (Terminal808 terminal = Terminal808.connect(gateway.port(), ProtocolVersion.V2013, phone)) {
            String first = terminal.register("陕A12345").code();

            // When
            String again = terminal.register("陕A54321").code();

            // Then
            assertThat(again).isEqualTo(first).hasSize(16);
        }
    }

    @Test
    void refusesAWrongCodeAndWhateverIsSaidWithoutOne() {
        // Given
        try (Terminal808 terminal = Terminal808.connect(gateway.port(), ProtocolVersion.V2013, aPhone())) {
            terminal.register("陕A12345");

            // When
            PlatformAck.Result authenticated = terminal.authenticate("NOT-THE-CODE");
            PlatformAck.Result reported = terminal.report(34.5, 109.4, now());
            PlatformAck.Result alive = terminal.sendAndAwait(new Heartbeat());

            // Then
            assertThat(authenticated).isEqualTo(PlatformAck.Result.FAILED);
            assertThat(reported).isEqualTo(PlatformAck.Result.FAILED);
            assertThat(alive).isEqualTo(PlatformAck.Result.FAILED);
        }
    }

    @Test
    void takesTheCodeAwayFromATerminalThatLogsOut() {
        // Given
        String phone = aPhone();
        try (Terminal808 terminal = Terminal808.connect(gateway.port(), ProtocolVersion.V2013, phone)) {
            String code = terminal.register("陕A12345").code();
            terminal.authenticate(code);

            // When
            PlatformAck.Result loggedOut = terminal.sendAndAwait(new Logout());

            // Then
            assertThat(loggedOut).isEqualTo(PlatformAck.Result.DONE);
            assertThat(sessions.isOnline(phone)).isFalse();
            assertThat(terminal.authenticate(code)).isEqualTo(PlatformAck.Result.FAILED);
        }
    }

    @Test
    void keepsSeveralTerminalsOfOneConnectionApart() {
        // Given a forwarder with two terminals of different editions
        String one = aPhone();
        String other = aPhone();
        try (Terminal808 first = Terminal808.online(gateway.port(), one)) {
            Terminal808 second = first.another(ProtocolVersion.V2019, other);
            second.signIn();

            // When
            first.report(34.5, 109.4, now());
            second.report(43.8, 87.6, now());

            // Then
            assertThat(position(one).orElseThrow().latitude()).isEqualTo(34.5);
            assertThat(position(other).orElseThrow().latitude()).isEqualTo(43.8);
        }
        await().atMost(PATIENCE).until(() -> !sessions.isOnline(one) && !sessions.isOnline(other));
    }

    @Test
    void closesTheOldConnectionOfATerminalThatComesAnew() {
        // Given
        String phone = aPhone();
        try (Terminal808 old = Terminal808.online(gateway.port(), phone);
                Terminal808 anew = Terminal808.online(gateway.port(), phone)) {
            // When
            boolean isOldClosed = old.isClosedByPeer();

            // Then
            assertThat(isOldClosed).isTrue();
            assertThat(sessions.isOnline(phone)).isTrue();
            assertThat(anew.report(34.5, 109.4, now())).isEqualTo(PlatformAck.Result.DONE);
        }
    }

    @Test
    void keepsTheForwarderConnectedWhenOneOfItsTerminalsMovesAway() {
        // Given
        String moving = aPhone();
        try (Terminal808 staying = Terminal808.online(gateway.port(), aPhone())) {
            staying.another(ProtocolVersion.V2013, moving).signIn();

            // When
            try (Terminal808 elsewhere = Terminal808.online(gateway.port(), moving)) {
                elsewhere.report(34.5, 109.4, now());

                // Then
                assertThat(staying.report(34.6, 109.5, now())).isEqualTo(PlatformAck.Result.DONE);
                assertThat(staying.another(ProtocolVersion.V2013, moving).report(34.5, 109.4, now()))
                        .isEqualTo(PlatformAck.Result.FAILED);
            }
        }
    }

    @Test
    void leaksNoSessionWhenATerminalReconnectsOverAndOver() {
        // Given
        String phone = aPhone();
        int before = connections.count();

        // When
        for (int i = 0; i < 20; i++) {
            try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
                terminal.report(34.5 + i / 1000.0, 109.4, now());
            }
        }

        // Then
        await().atMost(PATIENCE).until(() -> connections.count() <= before && !sessions.isOnline(phone));
    }

    @Test
    void livesOnAfterAMalformedFrameAndCountsIt() {
        // Given
        double before = refused("wrong_check");
        try (Terminal808 terminal = Terminal808.online(gateway.port(), aPhone())) {
            // When
            terminal.sendRaw(
                    (byte) 0x7e,
                    (byte) 1,
                    (byte) 2,
                    (byte) 3,
                    (byte) 4,
                    (byte) 5,
                    (byte) 6,
                    (byte) 7,
                    (byte) 8,
                    (byte) 9,
                    (byte) 10,
                    (byte) 11,
                    (byte) 12,
                    (byte) 99,
                    (byte) 0x7e);

            // Then
            assertThat(terminal.report(34.5, 109.4, now())).isEqualTo(PlatformAck.Result.DONE);
            assertThat(refused("wrong_check")).isEqualTo(before + 1);
        }
    }

    @Test
    void closesAConnectionThatFloodsItWithNonsense() {
        // Given
        byte[] nonsense = new byte[64 * 1024];
        new java.util.Random(808).nextBytes(nonsense);
        for (int i = 0; i < nonsense.length; i += 50) {
            nonsense[i] = FrameSplitter.DELIMITER;
        }
        try (Terminal808 terminal = Terminal808.connect(gateway.port(), ProtocolVersion.V2013, aPhone())) {
            // When
            terminal.sendRaw(nonsense);

            // Then
            assertThat(terminal.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void storesABlindAreaOnceHoweverOftenItIsSentAndNeverMovesTheTruckBack() {
        // Given a truck that is on the map, and what it kept while it had no network
        String phone = aPhone();
        Instant at = now();
        LocationBatch kept = LocationBatch.of(
                LocationBatch.Kind.BLIND_AREA,
                IntStream.range(0, 40)
                        .mapToObj(i -> LocationReport.at(34.0 + i / 1000.0, 109.0, at.minusSeconds(3600 - i * 10L)))
                        .toList());
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            terminal.report(34.5, 109.4, at);

            // When it sends the batch twice, since it missed the answer
            PlatformAck.Result first = terminal.sayInParts(kept, 300);
            long storedWhenAcknowledged = historyCount(phone);
            terminal.sayInParts(kept, 400);

            // Then
            assertThat(first).isEqualTo(PlatformAck.Result.DONE);
            assertThat(storedWhenAcknowledged).isEqualTo(41);
            assertThat(historyCount(phone)).isEqualTo(41);
            assertThat(position(phone).orElseThrow().latitude()).isEqualTo(34.5);
        }
    }

    @Test
    void storesADriversCardOnce() {
        // Given
        String phone = aPhone();
        DriverIdentity card = new DriverIdentity(
                DriverIdentity.CardState.INSERTED,
                now().getEpochSecond(),
                DriverIdentity.CardReading.READ,
                "王建国",
                "610100198001",
                "西安市运管处",
                LocalDate.of(2028, 6, 30),
                "");
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            // When
            PlatformAck.Result first = terminal.sendAndAwait(card);
            PlatformAck.Result again = terminal.sendAndAwait(card);

            // Then
            assertThat(List.of(first, again)).containsOnly(PlatformAck.Result.DONE);
            assertThat(driverNames(phone)).containsExactly("王建国");
        }
    }

    @Test
    void takesReportsOverUdpLikeOverTcp() throws Exception {
        // Given a terminal that registered over TCP and goes on by UDP
        String phone = aPhone();
        String code;
        try (Terminal808 terminal = Terminal808.connect(gateway.port(), ProtocolVersion.V2013, phone)) {
            code = terminal.register("陕A12345").code();
        }
        TerminalAddress address = new TerminalAddress(ProtocolVersion.V2013, phone);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout((int) PATIENCE.toMillis());

            // When
            PlatformAck authenticated = overUdp(socket, FrameEncoder.encode(address, 1, Authentication.of(code)));
            PlatformAck reported =
                    overUdp(socket, FrameEncoder.encode(address, 2, LocationReport.at(34.5, 109.4, now())));

            // Then
            assertThat(authenticated.result()).isEqualTo(PlatformAck.Result.DONE);
            assertThat(reported.result()).isEqualTo(PlatformAck.Result.DONE);
            assertThat(position(phone).orElseThrow().latitude()).isEqualTo(34.5);
            assertThat(sessions.isOnline(phone)).isTrue();
        }
    }

    @Test
    void asksATerminalWhereItIs() {
        // Given
        String phone = aPhone();
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            CompletableFuture<QueryAnswer> asked =
                    queries.ask(phone).subscribeAsCompletionStage().toCompletableFuture();

            // When
            terminal.awaitQuery(Optional.of(LocationReport.at(34.7, 109.9, now())));

            // Then
            QueryAnswer answer =
                    asked.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
            assertThat(answer.kind()).isEqualTo(QueryAnswer.Kind.ANSWERED);
            assertThat(answer.position().latitude()).isEqualTo(34.7);
        }
    }

    @Test
    void saysSoWhenATerminalDoesNotKnowTheQuestion() {
        // Given
        String phone = aPhone();
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            CompletableFuture<QueryAnswer> asked =
                    queries.ask(phone).subscribeAsCompletionStage().toCompletableFuture();
            terminal.await(LocationQuery.class, query -> true);

            // When it answers "not supported" to the first serial of its session after two answers
            for (int serial = 0; serial < 8; serial++) {
                terminal.send(new TerminalAck(serial, 0x8201, 3));
            }

            // Then
            QueryAnswer answer =
                    asked.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
            assertThat(answer.kind()).isEqualTo(QueryAnswer.Kind.REFUSED);
        }
    }

    @Test
    void answersAtOnceForATerminalThatIsNotThere() {
        // Given
        String phone = aPhone();

        // When
        QueryAnswer answer = queries.ask(phone).await().atMost(Duration.ofSeconds(2));

        // Then
        assertThat(answer.kind()).isEqualTo(QueryAnswer.Kind.OFFLINE);
    }

    @Test
    void tellsThoseWhoWaitWhenTheTerminalGoesAway() {
        // Given
        String phone = aPhone();
        CompletableFuture<QueryAnswer> asked;
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            asked = queries.ask(phone).subscribeAsCompletionStage().toCompletableFuture();
            terminal.await(LocationQuery.class, query -> true);
            // When it hangs up
        }

        // Then
        QueryAnswer answer =
                asked.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
        assertThat(answer.kind()).isEqualTo(QueryAnswer.Kind.GONE);
    }

    @Test
    void keepsAStrangerAsATerminalWithoutVehicle() {
        // Given
        String phone = aPhone();

        // When
        try (Terminal808 terminal = Terminal808.connect(gateway.port(), ProtocolVersion.V2013, phone)) {
            RegistrationAnswer answer = terminal.register("陕A12345");

            // Then
            assertThat(answer.result()).isEqualTo(RegistrationAnswer.Result.REGISTERED);
            assertThat(directory.find(phone))
                    .hasValueSatisfying(terminalInMemory ->
                            assertThat(terminalInMemory.known().vehicleId()).isNull());
        }
    }

    private Optional<PositionView> position(String phone) {
        return directory.find(phone).map(terminal -> terminal.position());
    }

    private String redisField(String phone, String field) {
        String value = redis.call(commands -> commands.hget("rl:pos:" + phone, field))
                .await()
                .atMost(PATIENCE);
        return value == null ? "" : value;
    }

    private long historyCount(String phone) {
        return pool.preparedQuery("select count(*) from position p join terminal t on t.id = p.terminal_id"
                        + " where t.phone = $1")
                .execute(Tuple.of(phone))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(PATIENCE);
    }

    private List<String> driverNames(String phone) {
        return pool.preparedQuery("select d.driver_name from driver_card d join terminal t on t.id = d.terminal_id"
                        + " where t.phone = $1")
                .execute(Tuple.of(phone))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList())
                .await()
                .atMost(PATIENCE);
    }

    private PlatformAck overUdp(DatagramSocket socket, byte[] frame) throws IOException {
        socket.send(new DatagramPacket(frame, frame.length, InetAddress.getLoopbackAddress(), gateway.udpPort()));
        DatagramPacket answer = new DatagramPacket(new byte[2048], 2048);
        socket.receive(answer);
        List<PlatformAck> heard = new ArrayList<>();
        new FrameSplitter().feed(answer.getData(), 0, answer.getLength(), new FrameSink() {
            @Override
            public void frame(byte[] content, int length) {
                try {
                    heard.add((PlatformAck) Codecs.decode(new HeaderReader().read(content, length), content));
                } catch (MalformedFrame e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void refused(FrameRefusal refusal, byte[] content, int length) {
                throw new AssertionError(refusal);
            }
        });
        return heard.get(0);
    }

    private double refused(String reason) {
        return meters.counter("rescueline.gps.frames.refused", "reason", reason).count();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String aPhone() {
        return "1" + (3_000_000_000L + ThreadLocalRandom.current().nextLong(999_999_999L));
    }
}
