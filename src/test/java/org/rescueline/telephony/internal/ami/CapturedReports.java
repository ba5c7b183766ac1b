package org.rescueline.telephony.internal.ami;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.ReloadEvent;
import org.rescueline.telephony.internal.fold.LegReport;
import org.rescueline.telephony.manager.CapturedCase;
import org.rescueline.telephony.manager.ScriptedManager;

/** The reports that our reader finds in a captured case, after Asterisk-Java has parsed it from a socket. */
public final class CapturedReports {

    private static final Map<CapturedCase, List<LegReport>> CACHE = new ConcurrentHashMap<>();

    private static final LinkSettings SETTINGS = new LinkSettings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofMillis(50),
            Duration.ofSeconds(1));

    private CapturedReports() {}

    /** The reports in the order in which the switch told them. */
    public static List<LegReport> of(CapturedCase captured) {
        return CACHE.computeIfAbsent(captured, CapturedReports::read);
    }

    private static List<LegReport> read(CapturedCase captured) {
        return events(captured.events()).stream()
                .map(event -> ReadsManagerEvent.read(event, Instant.EPOCH))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What Asterisk-Java makes of events on the wire. */
    static List<ManagerEvent> events(List<String> texts) {
        var heard = new CopyOnWriteArrayList<ManagerEvent>();
        try (var manager = new ScriptedManager()) {
            var session = ManagerSession.open(manager.address("test"), SETTINGS, "all", heard::add);
            await().until(() -> manager.connections() == 1);
            texts.forEach(manager::tell);
            manager.tell("Event: Reload\nModule: last");
            await().atMost(Duration.ofSeconds(20)).until(() -> heard.stream().anyMatch(ReloadEvent.class::isInstance));
            session.close();
            return List.copyOf(heard);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
