package org.rescueline.console.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.console.ConsoleConfig;
import org.rescueline.console.internal.OtherNodes.Heard;

/**
 * What happens at one node is told to the pages of all: each node says its news to the others over Redis, and tells its own
 * pages what it hears.
 *
 * <p>Redis keeps nothing, so news may get lost between two nodes. Each numbers its news and says with every beat how far it
 * is; who finds a gap has its pages read everything anew with its next beat. So they do when a node falls silent, since
 * nobody knows what it still had to say. A node that does not hear its own beat is deaf: until it hears again its pages read anew in every
 * {@code nodes-silence}, if there were other nodes before.
 *
 * <p>A node that has heard of no other one says nothing but its beat.
 */
@ApplicationScoped
class NodeNews {

    private static final Logger LOG = Logger.getLogger(NodeNews.class);
    private static final String POSITIONS = "positions";

    /** Dots in one word: enough to be few words, few enough to keep no other word waiting. */
    private static final int DOTS_AT_ONCE = 1_000;

    private final String node = UUID.randomUUID().toString();
    private final LiveFeed feed;
    private final NodeLine line;
    private final Clock clock;
    private final ObjectMapper json;
    private final Duration silence;
    private final Map<String, SharedTopic<?>> topics;
    private final OtherNodes others = new OtherNodes();
    private long said;
    private boolean hasGap;
    private Instant heardMyselfAt;
    private Instant readAnewAt = Instant.MIN;

    NodeNews(LiveFeed feed, NodeLine line, Clock clock, ObjectMapper json, ConsoleConfig config, MeterRegistry meters) {
        this.feed = feed;
        this.line = line;
        this.clock = clock;
        this.json = lenient(json);
        this.silence = config.live().nodesSilence();
        this.topics = LiveTopics.SHARED.stream()
                .collect(Collectors.toUnmodifiableMap(shared -> shared.topic().type(), Function.identity()));
        this.heardMyselfAt = clock.instant();
        Gauge.builder("rescueline.console.nodes", this, NodeNews::otherNodes)
                .description("Other nodes that this one hears")
                .register(meters);
    }

    /** Views carry what is only derived, and while nodes of two releases run, one may say more than the other knows. */
    static ObjectMapper lenient(ObjectMapper json) {
        return json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    void onStart(@Observes StartupEvent started) {
        line.listen(this::hear);
    }

    /** Tells the pages of this node and of every other one. */
    <F> void tell(Topic<F> topic, F fact) {
        feed.publish(topic, fact);
        say(topic.type(), fact);
    }

    /** Tells the pages of this node and of every other one where trucks are. Who misses it gets the next. */
    void tellPositions(List<PositionDot> dots) {
        feed.publishPositions(dots);
        if (!isWatchedElsewhere()) {
            return;
        }
        for (int from = 0; from < dots.size(); from += DOTS_AT_ONCE) {
            var some = dots.subList(from, Math.min(dots.size(), from + DOTS_AT_ONCE));
            publish(word().put("topic", POSITIONS).putPOJO("data", some));
        }
    }

    /** Whether anybody looks at a map, at whichever node. */
    boolean isMapOpen() {
        return feed.hasMapOpen() || isWatchedElsewhere();
    }

    /** Says how far this node is; has the pages read anew where something was missed, once for all that was. */
    @Scheduled(every = "${rescueline.console.live.nodes:1s}", identity = "console-nodes")
    void beat() {
        sayBeat();
        if (mustReadAnew(clock.instant())) {
            feed.startAnew();
        }
    }

    private synchronized boolean mustReadAnew(Instant now) {
        boolean hasMissed = isDeaf(now)
                ? isDueWhileDeaf(now)
                // Who has not heard himself lately cannot tell whether the others fell silent.
                : hearsWell(now) && others.forgetSilent(now.minus(silence));
        boolean must = hasMissed || hasGap;
        hasGap = false;
        if (must) {
            readAnewAt = now;
        }
        return must;
    }

    private boolean isDueWhileDeaf(Instant now) {
        return others.count() > 0 && !readAnewAt.isAfter(now.minus(silence));
    }

    private synchronized void missSomething() {
        hasGap = true;
    }

    private boolean hearsWell(Instant now) {
        return !heardMyselfAt.isBefore(now.minus(silence.dividedBy(2)));
    }

    private boolean isDeaf(Instant now) {
        return heardMyselfAt.isBefore(now.minus(silence));
    }

    private synchronized boolean isWatchedElsewhere() {
        return others.hasMapOpen();
    }

    /** A node that does not hear itself hears nobody, however many it knew before. */
    private synchronized int otherNodes() {
        return isDeaf(clock.instant()) ? 0 : others.count();
    }

    /** Number and word leave together, or the others would hear them out of order. */
    private synchronized void say(String topic, Object fact) {
        said++;
        if (others.count() > 0) {
            publish(word().put("topic", topic).put("seq", said).putPOJO("data", fact));
        }
    }

    private synchronized void sayBeat() {
        publish(word().put("seq", said).put("map", feed.hasMapOpen()));
    }

    private ObjectNode word() {
        return json.createObjectNode().put("node", node);
    }

    private void publish(ObjectNode word) {
        try {
            line.say(json.writeValueAsString(word))
                    .subscribe()
                    .with(done -> {}, away -> LOG.debugf("The other nodes were not told: %s", away.getMessage()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("News for the other nodes cannot be written", e);
        }
    }

    private void hear(String text) {
        try {
            hear(json.readTree(text));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // Of another release, perhaps. What it says is in the database, where the pages find it.
            LOG.warnf("What another node said cannot be read, the pages read anew: %s", e.getMessage());
            missSomething();
        }
    }

    private void hear(JsonNode word) throws JsonProcessingException {
        var from = word.path("node").asText();
        if (from.equals(node)) {
            hearMyself();
            return;
        }
        var topic = word.hasNonNull("topic") ? word.get("topic").asText() : null;
        if (POSITIONS.equals(topic)) {
            feed.publishPositions(List.of(json.treeToValue(word.get("data"), PositionDot[].class)));
            return;
        }
        var heard = note(from, word, topic);
        if (heard == Heard.GAP) {
            missSomething();
        }
        if (topic != null && heard != Heard.KNOWN) {
            pass(topics.get(topic), word.get("data"));
        }
    }

    private synchronized Heard note(String from, JsonNode word, @Nullable String topic) {
        var number = word.path("seq").asLong();
        var now = clock.instant();
        return topic == null
                ? others.beat(from, number, word.path("map").asBoolean(), now)
                : others.news(from, number, now);
    }

    private synchronized void hearMyself() {
        var now = clock.instant();
        if (isDeaf(now)) {
            others.excuseSilence(now);
        }
        heardMyselfAt = now;
    }

    /** A topic that this release does not know has no page here that could show it. */
    private <F> void pass(@Nullable SharedTopic<F> shared, JsonNode fact) throws JsonProcessingException {
        if (shared != null) {
            feed.publish(shared.topic(), json.treeToValue(fact, shared.fact()));
        }
    }
}
