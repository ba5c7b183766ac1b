package org.rescueline.vehicle.gps;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.rescueline.testkit.Terminal808;
import org.rescueline.vehicle.gps.jt808.LocationBatch;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.PlatformAck;

/** Reports without a pause until the line breaks, and remembers the seconds of which it heard that they are kept. */
final class ReportingTruck implements Runnable {
    /** So many reports are under way at once, in frames of their own or in one message. */
    static final int BATCH = 40;

    private static final int PART_BYTES = 900;

    private final String phone;
    private final Function<String, Terminal808> connecting;
    private final boolean isLive;
    private final long first;
    private final List<Long> acknowledged = new CopyOnWriteArrayList<>();

    private ReportingTruck(String phone, Function<String, Terminal808> connecting, boolean isLive, Duration age) {
        this.phone = phone;
        this.connecting = connecting;
        this.isLive = isLive;
        this.first = Instant.now().minus(age).truncatedTo(ChronoUnit.DAYS).getEpochSecond();
    }

    /** Says where it is, each second of the day in turn. */
    static ReportingTruck live(String phone, Function<String, Terminal808> connecting) {
        return new ReportingTruck(phone, connecting, true, Duration.ofDays(1));
    }

    /** Brings what it kept some days ago, in messages of several parts. */
    static ReportingTruck bringingBatches(String phone, Function<String, Terminal808> connecting) {
        return new ReportingTruck(phone, connecting, false, Duration.ofDays(5));
    }

    String phone() {
        return phone;
    }

    List<Long> acknowledged() {
        return acknowledged;
    }

    @Override
    public void run() {
        try (Terminal808 terminal = connecting.apply(phone)) {
            for (long from = first; ; from += BATCH) {
                say(terminal, LongStream.range(from, from + BATCH).boxed().toList());
            }
        } catch (AssertionError | UncheckedIOException killed) {
            // The service is gone: what is not acknowledged by now may be lost.
        }
    }

    /** Over a line of its own, as after a new start. */
    void sendLastAgain() {
        List<Long> last = List.copyOf(acknowledged.subList(acknowledged.size() - BATCH, acknowledged.size()));
        try (Terminal808 terminal = connecting.apply(phone)) {
            say(terminal, last);
        }
    }

    private void say(Terminal808 terminal, List<Long> seconds) {
        if (isLive) {
            sayOneByOne(terminal, seconds);
        } else {
            sayTogether(terminal, seconds);
        }
    }

    private void sayOneByOne(Terminal808 terminal, List<Long> seconds) {
        List<Integer> serials =
                seconds.stream().map(second -> terminal.send(at(second))).toList();
        for (int i = 0; i < serials.size(); i++) {
            note(terminal.awaitAck(serials.get(i)), seconds.subList(i, i + 1));
        }
    }

    private void sayTogether(Terminal808 terminal, List<Long> seconds) {
        LocationBatch batch = LocationBatch.of(
                LocationBatch.Kind.BLIND_AREA,
                IntStream.range(0, seconds.size())
                        .mapToObj(i -> at(seconds.get(i)))
                        .toList());
        note(terminal.sayInParts(batch, PART_BYTES), seconds);
    }

    private void note(PlatformAck.Result result, List<Long> seconds) {
        if (result == PlatformAck.Result.DONE) {
            acknowledged.addAll(seconds);
        }
    }

    private static LocationReport at(long second) {
        return LocationReport.at(34.5, 109.4, Instant.ofEpochSecond(second));
    }
}
