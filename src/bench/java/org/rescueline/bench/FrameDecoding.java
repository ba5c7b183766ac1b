package org.rescueline.bench;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.rescueline.vehicle.gps.jt808.AdditionalItems;
import org.rescueline.vehicle.gps.jt808.Codecs;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;
import org.rescueline.vehicle.gps.jt808.FrameSink;
import org.rescueline.vehicle.gps.jt808.FrameSplitter;
import org.rescueline.vehicle.gps.jt808.HeaderReader;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.MalformedFrame;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;

/**
 * Bytes of one connection to messages, on one core: splitting, undoing escapes, check byte, header and body of 0x0200
 * with mileage and satellites, as a well-kept terminal sends it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FrameDecoding {

    private static final int FRAMES = 1_000;
    private static final Instant BEGIN = Instant.parse("2026-01-15T00:00:00Z");

    private byte[] stream;
    private FrameSplitter splitter;
    private Reading reading;

    /** Makes the bytes. */
    @Setup
    public void encode() {
        var random = new Random(808);
        var address = new TerminalAddress(ProtocolVersion.V2013, "13900000808");
        var bytes = new ByteArrayOutputStream();
        for (var frame = 0; frame < FRAMES; frame++) {
            var items = AdditionalItems.NONE.withMileageKm(1_000 + frame).withSatellites(12);
            var report = LocationReport.at(
                            34 + random.nextDouble(), 108 + random.nextDouble(), BEGIN.plusSeconds(frame))
                    .withIgnition(true)
                    .withMotion(80 * random.nextDouble(), random.nextInt(360))
                    .withItems(items);
            bytes.writeBytes(FrameEncoder.encode(address, frame, report));
        }
        stream = bytes.toByteArray();
        splitter = new FrameSplitter();
    }

    /** Reads them all. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void decode(Blackhole blackhole) {
        if (reading == null) {
            reading = new Reading(blackhole);
        }
        splitter.feed(stream, 0, stream.length, reading);
    }

    private static final class Reading implements FrameSink {

        private final HeaderReader headers = new HeaderReader();
        private final Blackhole blackhole;

        Reading(Blackhole blackhole) {
            this.blackhole = blackhole;
        }

        @Override
        public void frame(byte[] content, int length) {
            try {
                blackhole.consume(Codecs.decode(headers.read(content, length), content));
            } catch (MalformedFrame e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void refused(FrameRefusal refusal, byte[] content, int length) {
            throw new IllegalStateException("refused as " + refusal);
        }
    }
}
