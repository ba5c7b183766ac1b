package org.rescueline.console.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rescueline.console.ConsoleConfig;
import org.rescueline.security.PhoneMask;
import org.rescueline.security.Viewer;

/**
 * The live feed of this node: numbers the news, remembers the newest, and hands it to every page that may see it.
 *
 * <p>The numbers run on within an {@code epoch}, which is new with every start and whenever news was missed. A page that
 * comes back names the epoch and the last number it saw; if nothing in between is lost, it gets exactly what it missed.
 */
@ApplicationScoped
public class LiveFeed {

    private final ObjectMapper json;
    private final PhoneMask mask;
    private final Clock clock;
    private final ConsoleConfig.Live limits;
    private final Set<LivePage> pages = ConcurrentHashMap.newKeySet();
    private final Replay replay;
    private String epoch = UUID.randomUUID().toString();

    LiveFeed(ObjectMapper json, PhoneMask mask, Clock clock, ConsoleConfig config, MeterRegistry meters) {
        this.json = json;
        this.mask = mask;
        this.clock = clock;
        this.limits = config.live();
        this.replay = new Replay(limits.replayMessages());
        meters.gauge("rescueline_console_pages", pages, Set::size);
    }

    /**
     * A page came. It is greeted, gets what it missed if that is still known, and from then on everything it may see.
     *
     * @param knownEpoch the epoch of the last greeting, if the page was here before
     * @param lastSeen the number of the last message it saw
     */
    public synchronized LivePage open(
            Viewer viewer, String sessionKey, Wire wire, @Nullable String knownEpoch, long lastSeen) {
        var page = new LivePage(viewer, sessionKey, wire, limits.waitingMessages(), clock.instant());
        var missed = epoch.equals(knownEpoch) ? replay.since(lastSeen) : Optional.<List<LiveMessage>>empty();
        // More than may wait for a page is more than it can catch up with: reading anew is quicker.
        var resumable = missed.filter(messages -> messages.size() < limits.waitingMessages());
        var hello = write(new Hello("hello", epoch, replay.newest(), resumable.isPresent()));
        page.offer(() -> hello);
        resumable.ifPresent(messages -> messages.forEach(message -> offer(page, message)));
        pages.add(page);
        return page;
    }

    /** The page's line is gone. */
    public void leave(LivePage page) {
        page.forget();
        pages.remove(page);
    }

    /** News never came here: every page reads everything anew, as after another start. */
    public synchronized void startAnew() {
        epoch = UUID.randomUUID().toString();
        var hello = write(new Hello("hello", epoch, replay.newest(), false));
        pages.forEach(page -> page.offer(() -> hello));
    }

    /** Numbers the fact and sends it to every page that may see it. */
    public synchronized <F> void publish(Topic<F> topic, F fact) {
        var message = new LiveMessage(replay.newest() + 1, clock.instant(), topic, fact);
        replay.add(message);
        pages.forEach(page -> offer(page, message));
    }

    /** Sends the newest state, without a number: who misses it gets the next one. */
    public void publishState(String type, Object data) {
        var text = write(new State(type, clock.instant(), data));
        pages.forEach(page -> page.offerState(type, text));
    }

    /** Sends positions to the pages that look at that part of the map. */
    public void publishPositions(List<PositionDot> dots) {
        pages.forEach(page -> page.offerPositions(dots, this::writePositions));
    }

    /** Sends positions to one page. */
    void sendPositions(LivePage page, List<PositionDot> dots) {
        page.offerPositions(dots, this::writePositions);
    }

    /** Tells whether any page wants positions at all. */
    public boolean hasMapOpen() {
        return pages.stream().anyMatch(LivePage::wantsPositions);
    }

    /** Tells every page that the line stands, and how far the numbers are; closes those that fell silent. */
    public void beat() {
        var now = clock.instant();
        var silentSince = now.minus(limits.silence());
        closeWhere(page -> page.heardAt().isBefore(silentSince), LiveClosing.SILENT);
        var ping = pingSupplier();
        pages.forEach(page -> page.offer(ping));
    }

    /** Answers a page that asked whether the line stands. */
    public void answer(LivePage page) {
        var pong = write(new Beat("pong", replay.newest()));
        page.offer(() -> pong);
    }

    /** Closes the pages that match. */
    public void closeWhere(Predicate<LivePage> matches, LiveClosing reason) {
        eachPage(page -> {
            if (matches.test(page)) {
                pages.remove(page);
                page.close(reason);
            }
        });
    }

    /** Does something with every open page. */
    public void eachPage(Consumer<LivePage> action) {
        pages.forEach(action);
    }

    /** The number in the ping is safe to resume from: everything up to it left before. */
    private synchronized Supplier<String> pingSupplier() {
        var text = write(new Beat("ping", replay.newest()));
        return () -> text;
    }

    private void offer(LivePage page, LiveMessage message) {
        if (message.isFor(page.viewer())) {
            page.offer(message.subject(), () -> message.textFor(page.viewer(), mask, json));
        }
    }

    private String writePositions(List<PositionDot> dots) {
        return write(new State("positions", clock.instant(), new Positions(dots)));
    }

    private String write(Object message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message of the live feed cannot be written", e);
        }
    }

    private record Hello(String type, String epoch, long seq, boolean resumed) {}

    private record Beat(String type, long seq) {}

    private record State(String type, Instant at, Object data) {}

    private record Positions(List<PositionDot> items) {}
}
