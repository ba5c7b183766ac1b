package org.rescueline.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.console.ConsoleConfig;
import org.rescueline.security.PhoneMask;
import org.rescueline.security.Role;
import org.rescueline.security.Viewer;
import org.rescueline.telephony.CallView;
import org.rescueline.testkit.Calls;
import org.rescueline.testkit.ConfigOf;

/** Pages at several nodes, and what each of them sees of what happens at another. */
class NodeNewsTest {

    private static final String NUMBER = "+8613800000021";
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final NodesOnOneLine line = new NodesOnOneLine();
    private Instant now = Instant.parse("2026-01-14T02:14:07.123Z");
    private final Node here = new Node();
    private final Node there = new Node();

    @BeforeEach
    void meet() {
        here.news.beat();
        there.news.beat();
    }

    @Test
    void tellsThePagesOfAnotherNodeWhatHappensAtThisOne() {
        // Given
        var page = there.page("1002");
        var call = Calls.from(NUMBER).ringing("1001");

        // When
        here.news.tell(LiveTopics.CALL, call);

        // Then
        var told = page.last();
        assertThat(told.getString("type")).isEqualTo("call");
        assertThat(told.getJsonObject("data").getString("id"))
                .isEqualTo(call.id().toString());
        assertThat(told.getJsonObject("data").getJsonArray("ringingExtensions")).containsExactly("1001");
    }

    @Test
    void tellsItsOwnPagesOnceThoughItHearsItself() {
        // Given
        var page = here.page("1002");

        // When
        here.news.tell(LiveTopics.CALL, call());

        // Then
        assertThat(page.sent("call")).hasSize(1);
    }

    @Test
    void masksTheCallerAtTheOtherNodeAsAtThisOne() {
        // Given
        var neighbour = there.page("1002");
        var worker = there.page("1001");

        // When
        here.news.tell(LiveTopics.CALL, Calls.from(NUMBER).ringing("1001"));

        // Then
        assertThat(neighbour.last().getJsonObject("data").getString("callerNumber"))
                .isEqualTo("138****0021");
        assertThat(worker.last().getJsonObject("data").getString("callerNumber"))
                .isEqualTo(NUMBER);
    }

    @Test
    void saysNothingButItsBeatWhileItHasHeardOfNobody() {
        // Given
        var lonely = new NodesOnOneLine();
        var alone = new Node(lonely.end());

        // When
        alone.news.tell(LiveTopics.CALL, call());
        alone.news.beat();

        // Then
        assertThat(lonely.said()).hasSize(1);
        assertThat(lonely.said().get(0)).contains("\"seq\":1").doesNotContain(NUMBER);
    }

    @Test
    void hasThePagesReadAnewAtTheNextBeatWhenNewsGotLost() {
        // Given
        var page = there.page("1002");
        line.lose(word -> word.contains("\"topic\""));
        here.news.tell(LiveTopics.CALL, call());
        line.lose(word -> false);

        // When
        here.news.beat();
        there.news.beat();

        // Then
        assertThat(page.sent("call")).isEmpty();
        assertThat(greetings(page)).isEqualTo(2);
        assertThat(page.sent("hello").get(1).getBoolean("resumed")).isFalse();
        assertThat(page.sent("hello").get(1).getString("epoch"))
                .isNotEqualTo(page.sent("hello").get(0).getString("epoch"));
    }

    @Test
    void hasThePagesReadAnewOnceHoweverMuchGotLost() {
        // Given
        var page = there.page("1002");
        line.lose(word -> word.contains("\"seq\":2") || word.contains("\"seq\":4"));

        // When
        for (int news = 0; news < 5; news++) {
            here.news.tell(LiveTopics.CALL, call());
        }
        there.news.beat();
        there.news.beat();

        // Then
        assertThat(page.sent("call")).hasSize(3);
        assertThat(greetings(page)).isEqualTo(2);
    }

    @Test
    void leavesThePagesAloneWhenAllIsHeard() {
        // Given
        var page = there.page("1002");

        // When
        for (int second = 0; second < 20; second++) {
            here.news.tell(LiveTopics.CALL, call());
            passSeconds(1);
        }

        // Then
        assertThat(page.sent("call")).hasSize(20);
        assertThat(greetings(page)).isEqualTo(1);
    }

    @Test
    void refusesToResumeWhereNewsWasMissed() {
        // Given
        var page = there.page("1002");
        var epoch = page.sent("hello").get(0).getString("epoch");
        line.lose(word -> word.contains("\"topic\""));
        here.news.tell(LiveTopics.CALL, call());
        line.lose(word -> false);
        passSeconds(1);

        // When
        var back = RecordingWire.quick();
        there.feed.open(viewer("1002"), "session", back, epoch, 0);

        // Then
        assertThat(back.last().getBoolean("resumed")).isFalse();
    }

    @Test
    void hasThePagesReadAnewWhenANodeFallsSilentInTheMidstOfIt() {
        // Given
        var page = there.page("1002");
        line.cut(here.end, true);

        // When
        passSeconds(SILENCE.toSeconds() + 2);

        // Then
        assertThat(greetings(page)).isEqualTo(2);
    }

    @Test
    void hasThePagesReadAnewAgainAndAgainWhileItIsDeaf() {
        // Given
        var page = there.page("1002");
        line.cut(there.end, true);

        // When
        passSeconds(4 * SILENCE.toSeconds());

        // Then
        assertThat(greetings(page)).isBetween(3, 5);
    }

    @Test
    void goesOnAsBeforeOnceItHearsAgain() {
        // Given
        var page = there.page("1002");
        line.cut(there.end, true);
        here.news.tell(LiveTopics.CALL, call());
        passSeconds(2 * SILENCE.toSeconds());
        line.cut(there.end, false);
        passSeconds(2);
        int before = greetings(page);

        // When
        here.news.tell(LiveTopics.CALL, call());
        passSeconds(3 * SILENCE.toSeconds());

        // Then
        assertThat(page.sent("call")).hasSize(1);
        assertThat(greetings(page)).isEqualTo(before);
    }

    @Test
    void readsAnewWhatANodeOfAnotherReleaseSaysThatItCannotRead() {
        // Given
        var page = there.page("1002");

        // When
        line.end().say("{\"node\":\"newer\",\"topic\":\"call\",\"seq\":1,\"data\":{\"state\":\"LATER\"}}");
        there.news.beat();

        // Then
        assertThat(greetings(page)).isEqualTo(2);
    }

    @Test
    void passesOverWhatItHasNoPageFor() {
        // Given
        var page = there.page("1002");

        // When
        line.end().say("{\"node\":\"newer\",\"topic\":\"weather\",\"seq\":1,\"data\":{}}");
        line.end().say("{\"node\":\"newer\",\"seq\":1,\"map\":false,\"mood\":\"good\"}");
        there.news.beat();

        // Then
        assertThat(greetings(page)).isEqualTo(1);
    }

    @Test
    void tellsWhereTrucksAreOnlyToNodesWhereSomebodyLooks() {
        // Given
        var dot = new PositionDot(UUID.randomUUID(), "陕A00001", 34.1, 108.9, 90, 61.5, now.toEpochMilli(), 0);
        int before = line.said().size();

        // When
        here.news.tellPositions(List.of(dot));
        var looking = RecordingWire.quick();
        there.feed.open(viewer("1002"), "session", looking, null, 0).look(MapWindow.WORLD);
        there.news.beat();
        here.news.tellPositions(List.of(dot));

        // Then
        assertThat(line.said().subList(before, line.said().size())).hasSize(2);
        assertThat(here.news.isMapOpen()).isTrue();
        var items = looking.last().getJsonObject("data").getJsonArray("items");
        assertThat(items.getJsonArray(0).getString(1)).isEqualTo("陕A00001");
        assertThat(items.getJsonArray(0).getInteger(4)).isEqualTo(90);
    }

    private void passSeconds(long seconds) {
        for (long second = 0; second < seconds; second++) {
            now = now.plusSeconds(1);
            here.news.beat();
            there.news.beat();
        }
    }

    private static int greetings(RecordingWire page) {
        return page.sent("hello").size();
    }

    private static CallView call() {
        return Calls.from(NUMBER).ringing("1001");
    }

    private static Viewer viewer(String extension) {
        return new Viewer(UUID.randomUUID(), "operator", Set.of(Role.OPERATOR), Optional.of(extension));
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private static ConsoleConfig config() {
        return ConfigOf.with(
                ConsoleConfig.class,
                Map.of(
                        "rescueline.console.live.nodes-silence", SILENCE.toString(),
                        "rescueline.console.hotlines[0].number", "4008809818",
                        "rescueline.console.hotlines[0].label", "400"));
    }

    private final class Node {

        private final ObjectMapper json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .registerModule(new Jdk8Module())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        private final NodeLine end;
        private final LiveFeed feed;
        private final NodeNews news;

        Node() {
            this(line.end());
        }

        Node(NodeLine end) {
            this.end = end;
            feed = new LiveFeed(
                    json, new PhoneMask((viewer, number) -> true), clock(), config(), new SimpleMeterRegistry());
            news = new NodeNews(feed, end, clock(), json, config(), new SimpleMeterRegistry());
            news.onStart(new StartupEvent());
        }

        RecordingWire page(String extension) {
            var wire = RecordingWire.quick();
            feed.open(viewer(extension), "session", wire, null, 0);
            return wire;
        }
    }
}
