package org.rescueline.vehicle.gps.jt808;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameEncoderTest {
    private static final TerminalAddress ADDRESS = new TerminalAddress(ProtocolVersion.V2013, "13912345678");

    @Test
    void writesAnAcknowledgementByteForByte() {
        // Given
        PlatformAck ack = new PlatformAck(7, MessageId.LOCATION_REPORT, PlatformAck.Result.DONE);

        // When
        byte[] wire = FrameEncoder.encode(ADDRESS, 1, ack);

        // Then
        assertThat(HexFormat.ofDelimiter(" ").formatHex(wire))
                .isEqualTo("7e 80 01 00 05 01 39 12 34 56 78 00 01 00 07 02 00 00 b0 7e");
    }

    @Test
    void escapesASerialThatLooksLikeAMark() {
        // Given
        Heartbeat heartbeat = new Heartbeat();

        // When
        byte[] wire = FrameEncoder.encode(ADDRESS, 0x7e7d, heartbeat);

        // Then
        assertThat(HexFormat.ofDelimiter(" ").formatHex(wire)).contains("7d 02 7d 01");
    }

    @Test
    void writesTheManyAcknowledgementsOfOneTerminalLikeAnyOtherMessage() {
        // Given serials and results that need escapes in every place, in both headers
        for (ProtocolVersion version : List.of(ProtocolVersion.V2013, ProtocolVersion.V2019)) {
            TerminalAddress address = new TerminalAddress(version, "13912345678");
            AckFrames acks = new AckFrames(address);
            for (int serial = 0; serial < 0x10000; serial += 7) {
                PlatformAck ack =
                        new PlatformAck(0xffff - serial, serial * 31 & 0xffff, PlatformAck.Result.values()[serial % 5]);

                // When
                byte[] wire = acks.frame(serial, ack);

                // Then
                assertThat(wire).isEqualTo(FrameEncoder.encode(address, serial, ack));
            }
        }
    }

    @Test
    void refusesATextThatDoesNotFitItsField() {
        // Given a model of nine letters in the eight bytes of 2011
        Registration registration =
                new Registration(ProtocolVersion.V2011, 61, 113, "70103", "NINE-LONG", "1", 2, "陕A12345");

        // When
        var encoding = assertThatThrownBy(() -> FrameEncoder.encode(ADDRESS, 1, registration));

        // Then
        encoding.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NINE-LONG");
    }

    @Test
    void refusesABodyThatTheHeaderCannotTell() {
        // Given items of more than a kilobyte
        AdditionalItems items = AdditionalItems.NONE;
        for (int i = 0; i < 5; i++) {
            items = items.with(0xe0 + i, new byte[250]);
        }
        LocationReport report = LocationReport.at(34.5, 109.4, java.time.Instant.parse("2026-01-14T02:14:07Z"))
                .withItems(items);

        // When
        var encoding = assertThatThrownBy(() -> FrameEncoder.encode(ADDRESS, 1, report));

        // Then
        encoding.isInstanceOf(IllegalArgumentException.class);
    }
}
