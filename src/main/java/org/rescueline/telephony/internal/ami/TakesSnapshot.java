package org.rescueline.telephony.internal.ami;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.internal.fold.LegReport;
import org.rescueline.telephony.internal.fold.Moment;
import org.rescueline.telephony.internal.fold.NumberPlan;

/**
 * Asks the switch for what exists now: {@code CoreShowChannels}, then {@code QueueStatus}. Its instants are what can be
 * told afterwards, whole seconds; the switch's own record, read first, knows better.
 */
final class TakesSnapshot {

    private final Clock clock;

    TakesSnapshot(Clock clock) {
        this.clock = clock;
    }

    SwitchSnapshot take(ManagerSession session, Duration deadline) throws IOException {
        var takenAt = clock.instant();
        var reports = new ArrayList<LegReport>();
        Map<String, CoreShowChannelEvent> channels = new HashMap<>();
        for (var event : session.list(new CoreShowChannelsAction(), deadline).getEvents()) {
            if (event instanceof CoreShowChannelEvent channel && channel.getUniqueid() != null) {
                channels.put(channel.getUniqueid(), channel);
                reports.addAll(reportsOf(channel, takenAt));
            }
        }
        for (var event : session.list(new QueueStatusAction(), deadline).getEvents()) {
            if (event instanceof QueueEntryEvent entry) {
                queued(entry, channels.get(entry.getUniqueId()), takenAt).ifPresent(reports::add);
            }
        }
        return new SwitchSnapshot(takenAt, reports);
    }

    /** Created when its duration says; a ringing phone has rung since then, a talking one talks since an unknown moment. */
    private static List<LegReport> reportsOf(CoreShowChannelEvent channel, Instant takenAt) {
        if (channel.getLinkedid() == null
                || channel.getChannel() == null
                || NumberPlan.isMachinery(channel.getChannel())) {
            return List.of();
        }
        var createdAt = takenAt.minus(durationOf(channel.getDuration()));
        var reports = new ArrayList<LegReport>();
        reports.add(report(channel, Moment.STARTED, createdAt)
                .withNumbers(
                        ReadsManagerEvent.number(channel.getCallerIdNum()),
                        ReadsManagerEvent.number(channel.getExten())));
        if ("Ringing".equals(channel.getChannelStateDesc())) {
            reports.add(report(channel, Moment.RINGING, createdAt));
        }
        if ("Up".equals(channel.getChannelStateDesc())) {
            reports.add(report(channel, Moment.ANSWERED, takenAt));
        }
        if (channel.getBridgeid() != null && !channel.getBridgeid().isBlank()) {
            reports.add(report(channel, Moment.BRIDGED, takenAt));
        }
        return reports;
    }

    private static LegReport report(CoreShowChannelEvent channel, Moment moment, Instant at) {
        return LegReport.live(channel.getLinkedid(), channel.getUniqueid(), channel.getChannel(), moment, at)
                .fromRecord();
    }

    private static Optional<LegReport> queued(
            QueueEntryEvent entry, @Nullable CoreShowChannelEvent channel, Instant takenAt) {
        if (channel == null || channel.getLinkedid() == null || channel.getChannel() == null) {
            return Optional.empty();
        }
        long waited = entry.getWait() == null ? 0 : entry.getWait();
        return Optional.of(report(channel, Moment.QUEUED, takenAt.minusSeconds(waited)));
    }

    /** {@code hh:mm:ss}, where the hours may have more digits. */
    static Duration durationOf(@Nullable String text) {
        if (text == null || !text.matches("[0-9]+:[0-9]{2}:[0-9]{2}")) {
            return Duration.ZERO;
        }
        var parts = text.split(":", -1);
        return Duration.ofHours(Long.parseLong(parts[0]))
                .plusMinutes(Long.parseLong(parts[1]))
                .plusSeconds(Long.parseLong(parts[2]));
    }
}
