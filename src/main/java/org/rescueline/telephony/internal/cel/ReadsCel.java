package org.rescueline.telephony.internal.cel;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.internal.fold.LegReport;
import org.rescueline.telephony.internal.fold.Moment;
import org.rescueline.telephony.internal.fold.NumberPlan;

/**
 * Reads a line of the record as the report that would have been made live. The record knows no ringing: the instant at
 * which a phone began to ring is lost when nobody listened.
 */
public final class ReadsCel {

    private static final Pattern CAUSE = Pattern.compile("\"hangupcause\"\\s*:\\s*([0-9]{1,3})");

    private static final Pattern CHOICE = Pattern.compile("\"extra\"\\s*:\\s*\"([0-9])\"");

    private ReadsCel() {}

    /** The report in a line, if there is one. */
    public static Optional<LegReport> read(CelRow row) {
        if (row.uniqueid().isEmpty() || row.linkedid().isEmpty() || NumberPlan.isMachinery(row.channel())) {
            return Optional.empty();
        }
        return momentOf(row)
                .map(moment -> new LegReport(
                        row.linkedid(),
                        row.uniqueid(),
                        row.channel(),
                        moment,
                        Instant.ofEpochMilli(row.eventTime().toEpochMilli()),
                        moment == Moment.STARTED ? number(row.callerNumber()) : null,
                        moment == Moment.STARTED ? number(row.extension()) : null,
                        moment == Moment.ENDED ? cause(row.extra()) : null,
                        LegReport.Source.RECORD));
    }

    private static Optional<Moment> momentOf(CelRow row) {
        return switch (row.eventType()) {
            case "CHAN_START" -> Optional.of(Moment.STARTED);
            case "APP_START" -> "Queue".equals(row.application()) ? Optional.of(Moment.QUEUED) : Optional.empty();
            case "ANSWER" -> Optional.of(Moment.ANSWERED);
            case "BRIDGE_ENTER" -> Optional.of(Moment.BRIDGED);
            case "MENU_CHOICE" -> choice(row.extra());
            case "CALLBACK_REQUESTED" -> Optional.of(Moment.CALLBACK_REQUESTED);
            case "HANGUP", "CHAN_END" -> Optional.of(Moment.ENDED);
            default -> Optional.empty();
        };
    }

    private static Optional<Moment> choice(String extra) {
        var matcher = CHOICE.matcher(extra);
        return matcher.find() ? Moment.ofChoice(matcher.group(1)) : Optional.empty();
    }

    private static @Nullable Integer cause(String extra) {
        var matcher = CAUSE.matcher(extra);
        return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
    }

    private static @Nullable String number(String told) {
        return told.matches("\\+?[0-9]{1,20}") ? told : null;
    }
}
