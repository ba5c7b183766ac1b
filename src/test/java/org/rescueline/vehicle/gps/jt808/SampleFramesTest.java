package org.rescueline.vehicle.gps.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rescueline.vehicle.gps.jt808.Frames.Decoded;

/** One frame, one file, one case: see {@link SampleFrame}. */
class SampleFramesTest {
    static List<SampleFrame> samples() {
        return SampleFrame.all().toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhatTheFileSays(SampleFrame sample) {
        // Given a frame from its file

        // When
        List<String> read = read(sample.wire());

        // Then
        assertThat(sample.expected()).isNotEmpty();
        assertThat(read).as(sample.name()).containsAll(sample.expected());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsTheSameWhenTheBytesArriveOneByOne(SampleFrame sample) {
        // Given
        FrameSplitter splitter = new FrameSplitter();
        Collected oneByOne = new Collected();

        // When
        for (byte b : sample.wire()) {
            splitter.feed(new byte[] {b}, 0, 1, oneByOne);
        }

        // Then
        Collected atOnce = Collected.from(sample.wire());
        assertThat(oneByOne.frames).usingRecursiveComparison().isEqualTo(atOnce.frames);
        assertThat(oneByOne.refusals).isEqualTo(atOnce.refusals);
    }

    private static List<String> read(byte[] wire) {
        try {
            return describe(Frames.decodeWire(wire));
        } catch (MalformedFrame e) {
            return List.of("refused=" + e.refusal().label());
        }
    }

    private static List<String> describe(Decoded decoded) {
        List<String> lines = new ArrayList<>(List.of(
                "message=" + decoded.message().getClass().getSimpleName(),
                "version=" + decoded.header().version(),
                "terminalPhone=" + decoded.header().terminalPhone(),
                "serial=" + decoded.header().serial()));
        if (decoded.message() instanceof LocationReport report) {
            lines.addAll(describe(report));
        } else if (decoded.message() instanceof LocationAnswer answer) {
            lines.add("answerSerial=" + answer.answerSerial());
            lines.addAll(describe(answer.report()));
        } else if (decoded.message() instanceof Registration registration) {
            lines.addAll(describe(registration));
        } else if (decoded.message() instanceof Authentication authentication) {
            lines.add("code=" + authentication.code());
            lines.add("imei=" + authentication.imei());
            lines.add("softwareVersion=" + authentication.softwareVersion());
        } else if (decoded.message() instanceof LocationBatch batch) {
            lines.add("kind=" + batch.kind());
            lines.add("reports=" + batch.reports().size());
            lines.add("unreadable=" + batch.unreadable());
            batch.reports().forEach(report -> lines.addAll(describe(report)));
        } else if (decoded.message() instanceof TerminalAck ack) {
            lines.add("answerSerial=" + ack.answerSerial());
            lines.add("answerId=" + ack.answerId());
            lines.add("result=" + ack.result());
        }
        return lines;
    }

    private static List<String> describe(LocationReport report) {
        return List.of(
                "latitude=" + report.unsignedLatitude(),
                "longitude=" + report.unsignedLongitude(),
                "altitudeMeters=" + report.altitudeMeters(),
                "speedTenthsKph=" + report.speedTenthsKph(),
                "courseDegrees=" + report.courseDegrees(),
                "time=" + report.findTime().map(Instant::toString).orElse("none"),
                "ignition=" + report.isIgnitionOn(),
                "fixed=" + report.isFixed(),
                "sos=" + report.isDriverSos(),
                "south=" + report.isSouth(),
                "west=" + report.isWest(),
                "mileage=" + text(report.items().find(AdditionalItems.MILEAGE)),
                "satellites=" + text(report.items().find(AdditionalItems.SATELLITES)),
                "overrun=" + report.items().isOverrun());
    }

    private static List<String> describe(Registration registration) {
        return List.of(
                "edition=" + registration.version(),
                "manufacturer=" + registration.manufacturer(),
                "model=" + registration.model(),
                "deviceId=" + registration.deviceId(),
                "plateColour=" + registration.plateColour(),
                "plate=" + registration.plate());
    }

    private static String text(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "none";
    }
}
