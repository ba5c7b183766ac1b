package org.rescueline.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.rescueline.console.ConsoleConfig;
import org.rescueline.security.PhoneMask;
import org.rescueline.security.Role;
import org.rescueline.security.Viewer;
import org.rescueline.testkit.ConfigOf;
import org.rescueline.testkit.FakeVehicles;
import org.rescueline.testkit.Trucks;

class LiveFeedTest {

    private static final String NUMBER = "+8613800000021";
    private static final Topic<Ring> CALLS = new Topic<>(
            "call",
            (ring, viewer) -> true,
            (ring, viewer) -> viewer.extension().equals(Optional.of(ring.extension())),
            (ring, lens) -> new Ring(ring.extension(), lens.show(ring.callerNumber())));
    private static final Topic<Ring> POPS = new Topic<>(
            "pop",
            (ring, viewer) -> viewer.extension().equals(Optional.of(ring.extension())),
            (ring, viewer) -> true,
            (ring, lens) -> ring);

    private Instant now = Instant.parse("2026-01-14T02:14:07.123Z");
    private final List<String> looks = new ArrayList<>();
    private boolean looksCanBeNoted = true;
    private final LiveFeed feed = new LiveFeed(
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS),
            new PhoneMask((viewer, number) -> looksCanBeNoted && looks.add(viewer.name() + " " + number)),
            clock(),
            config(),
            new SimpleMeterRegistry());

    @Test
    void greetsANewPageWithItsEpochAndHowFarTheNumbersAre() {
        // Given
        ring(3);
        var wire = RecordingWire.quick();

        // When
        open(wire);

        // Then
        var hello = wire.last();
        assertThat(hello.getString("type")).isEqualTo("hello");
        assertThat(hello.getLong("seq")).isEqualTo(3);
        assertThat(hello.getBoolean("resumed")).isFalse();
        assertThat(hello.getString("epoch")).isNotBlank();
    }

    @Test
    void numbersTheNewsWithoutGapsAndStampsIt() {
        // Given
        var wire = RecordingWire.quick();
        open(wire);

        // When
        ring(3);

        // Then
        assertThat(wire.numbers()).containsExactly(1L, 2L, 3L);
        assertThat(wire.last().getString("at")).isEqualTo("2026-01-14T02:14:07.123Z");
        assertThat(wire.last().getJsonObject("data").getString("extension")).isEqualTo("1001");
    }

    @Test
    void givesAPageThatComesBackExactlyWhatItMissed() {
        // Given
        var before = RecordingWire.quick();
        var page = open(before);
        ring(2);
        feed.leave(page);
        ring(3);

        // When
        var after = RecordingWire.quick();
        feed.open(operator("1001"), "session", after, before.sent().get(0).getString("epoch"), 2);
        ring(1);

        // Then
        assertThat(after.sent().get(0).getBoolean("resumed")).isTrue();
        assertThat(after.numbers()).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void hasThePageReadEverythingAnewAfterAnotherStart() {
        // Given
        ring(2);
        var wire = RecordingWire.quick();

        // When
        feed.open(operator("1001"), "session", wire, "the epoch before", 1);

        // Then
        assertThat(wire.last().getBoolean("resumed")).isFalse();
    }

    @Test
    void hasThePageReadEverythingAnewWhenWhatItMissedIsForgotten() {
        // Given
        var first = RecordingWire.quick();
        open(first);
        ring(100);

        // When
        var wire = RecordingWire.quick();
        feed.open(operator("1001"), "session", wire, first.sent().get(0).getString("epoch"), 10);

        // Then
        assertThat(wire.sent()).hasSize(1);
        assertThat(wire.last().getBoolean("resumed")).isFalse();
    }

    @Test
    void masksTheCallerForWhoeverDoesNotWorkTheCall() {
        // Given
        var worker = RecordingWire.quick();
        var neighbour = RecordingWire.quick();
        feed.open(operator("1001"), "a", worker, null, 0);
        feed.open(operator("1002"), "b", neighbour, null, 0);

        // When
        ring(1);

        // Then
        assertThat(callerSeenBy(worker)).isEqualTo(NUMBER);
        assertThat(callerSeenBy(neighbour)).isEqualTo("138****0021");
        assertThat(looks).isEmpty();
    }

    @Test
    void showsASupervisorTheCallerAndNotesTheLook() {
        // Given
        var wire = RecordingWire.quick();
        feed.open(supervisor(), "s", wire, null, 0);

        // When
        ring(1);

        // Then
        assertThat(callerSeenBy(wire)).isEqualTo(NUMBER);
        assertThat(looks).containsExactly("supervisor " + NUMBER);
    }

    @Test
    void masksTheCallerForASupervisorTooWhenTheLookCannotBeNoted() {
        // Given
        looksCanBeNoted = false;
        var wire = RecordingWire.quick();
        feed.open(supervisor(), "s", wire, null, 0);

        // When
        ring(1);

        // Then
        assertThat(callerSeenBy(wire)).isEqualTo("138****0021");
    }

    @Test
    void popsTheCallerUpOnlyWhereTheTelephoneRings() {
        // Given
        var addressed = RecordingWire.quick();
        var other = RecordingWire.quick();
        feed.open(operator("1001"), "a", addressed, null, 0);
        feed.open(operator("1002"), "b", other, null, 0);

        // When
        feed.publish(POPS, new Ring("1001", NUMBER));

        // Then
        assertThat(addressed.sent("pop")).hasSize(1);
        assertThat(other.sent("pop")).isEmpty();
    }

    @Test
    void closesAPageThatTakesNothingAndLetsItComeBack() {
        // Given
        var wire = RecordingWire.stuck();
        open(wire);

        // When
        ring(21);

        // Then
        assertThat(wire.closing()).contains(LiveClosing.TOO_SLOW);
    }

    @Test
    void keepsNewsInOrderForASlowPage() {
        // Given
        var wire = RecordingWire.stuck();
        open(wire);

        // When
        ring(3);
        LongStream.range(0, 3).forEach(i -> wire.letOneGo());

        // Then
        assertThat(wire.numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void keepsOfEachThingOnlyTheNewestNewsForASlowPageAndLosesNothingElse() {
        // Given
        var wire = RecordingWire.stuck();
        open(wire);
        var states = new Topic<Ring>(
                "call", (ring, viewer) -> true, (ring, viewer) -> true, (ring, lens) -> ring, Ring::callerNumber);

        // When
        feed.publish(states, new Ring("1001", "+8613800000001"));
        feed.publish(states, new Ring("1001", "+8613800000002"));
        ring(1);
        feed.publish(states, new Ring("1002", "+8613800000001"));
        LongStream.range(0, 4).forEach(i -> wire.letOneGo());

        // Then
        assertThat(wire.numbers()).containsExactly(2L, 3L, 4L);
        assertThat(wire.last().getJsonObject("data").getString("extension")).isEqualTo("1002");
    }

    @Test
    void keepsOfEachTruckOnlyTheNewestPositionForASlowPage() {
        // Given
        var truck = UUID.randomUUID();
        var wire = RecordingWire.stuck();
        open(wire).look(MapWindow.WORLD);

        // When
        feed.publishPositions(List.of(dot(truck, 34.1), dot(UUID.randomUUID(), 35)));
        feed.publishPositions(List.of(dot(truck, 34.2)));
        wire.letOneGo();

        // Then
        var items = wire.sent("positions").get(0).getJsonObject("data").getJsonArray("items");
        assertThat(items).hasSize(2);
        assertThat(items.getJsonArray(0).getString(0)).isEqualTo(truck.toString());
        assertThat(items.getJsonArray(0).getDouble(2)).isEqualTo(34.2);
        assertThat(items.getJsonArray(0).getLong(6)).isEqualTo(1_768_356_847_123L);
    }

    @Test
    void sendsPositionsOnlyToPagesThatLookThere() {
        // Given
        var elsewhere = RecordingWire.quick();
        var nowhere = RecordingWire.quick();
        open(elsewhere).look(new MapWindow(110, 20, 115, 25));
        open(nowhere);

        // When
        feed.publishPositions(List.of(dot(UUID.randomUUID(), 34.1)));

        // Then
        assertThat(elsewhere.sent("positions")).isEmpty();
        assertThat(nowhere.sent("positions")).isEmpty();
    }

    @Test
    void keepsOnlyTheNewestStateForASlowPage() {
        // Given
        var wire = RecordingWire.stuck();
        open(wire);

        // When
        feed.publishState("telephony", Map.of("waitingCalls", 1));
        feed.publishState("telephony", Map.of("waitingCalls", 2));
        wire.letOneGo();

        // Then
        assertThat(wire.sent("telephony")).hasSize(1);
        assertThat(wire.last().getJsonObject("data").getInteger("waitingCalls")).isEqualTo(2);
    }

    @Test
    void closesAPageThatFellSilentAndKeepsTheOthers() {
        // Given
        var silent = RecordingWire.quick();
        var alive = RecordingWire.quick();
        open(silent);
        var page = open(alive);

        // When
        now = now.plus(Duration.ofSeconds(46));
        page.hear(now);
        feed.beat();

        // Then
        assertThat(silent.closing()).contains(LiveClosing.SILENT);
        assertThat(alive.closing()).isEmpty();
        assertThat(alive.last().getString("type")).isEqualTo("ping");
    }

    @Test
    void sendsNothingMoreToAPageWhoseSessionEnded() {
        // Given
        var wire = RecordingWire.quick();
        open(wire);

        // When
        feed.closeWhere(page -> page.sessionKey().equals("session"), LiveClosing.SIGNED_OUT);
        ring(1);

        // Then
        assertThat(wire.closing()).contains(LiveClosing.SIGNED_OUT);
        assertThat(wire.numbers()).isEmpty();
    }

    @Test
    void givesAMapThatOpensWhereEveryTruckLastWasHoweverLongAgo() {
        // Given
        var vehicles = new FakeVehicles();
        var truck = Trucks.drivenBy(NUMBER);
        vehicles.know(Trucks.position(truck.id(), "13800000099", 34.3, 108.9, now.minus(Duration.ofDays(3))));
        var wire = RecordingWire.quick();
        var page = open(wire);

        // When
        new LivePositions(feed, nodes(), vehicles).show(page, MapWindow.WORLD);

        // Then
        var dots = wire.last().getJsonObject("data").getJsonArray("items");
        assertThat(dots).hasSize(1);
        assertThat(dots.getJsonArray(0).getString(0)).isEqualTo(truck.id().toString());
        assertThat(dots.getJsonArray(0).getInteger(7)).as("no alarm").isZero();
    }

    private NodeNews nodes() {
        return new NodeNews(
                feed, new NodesOnOneLine().end(), clock(), new ObjectMapper(), config(), new SimpleMeterRegistry());
    }

    private LivePage open(Wire wire) {
        return feed.open(operator("1001"), "session", wire, null, 0);
    }

    private void ring(int times) {
        for (var time = 0; time < times; time++) {
            feed.publish(CALLS, new Ring("1001", NUMBER));
        }
    }

    private static String callerSeenBy(RecordingWire wire) {
        return wire.last().getJsonObject("data").getString("callerNumber");
    }

    private PositionDot dot(UUID truck, double latitude) {
        return new PositionDot(truck, "陕A00001", latitude, 108.9, 90, 61.5, now.toEpochMilli(), 0);
    }

    private static Viewer operator(String extension) {
        return new Viewer(UUID.randomUUID(), "operator", Set.of(Role.OPERATOR), Optional.of(extension));
    }

    private static Viewer supervisor() {
        return new Viewer(UUID.randomUUID(), "supervisor", Set.of(Role.SUPERVISOR), Optional.empty());
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private static ConsoleConfig config() {
        var values = Map.of(
                "rescueline.console.live.replay-messages", "50",
                "rescueline.console.live.waiting-messages", "20",
                "rescueline.console.hotlines[0].number", "4008809818",
                "rescueline.console.hotlines[0].label", "400");
        return ConfigOf.with(ConsoleConfig.class, values);
    }

    private record Ring(String extension, String callerNumber) {}
}
