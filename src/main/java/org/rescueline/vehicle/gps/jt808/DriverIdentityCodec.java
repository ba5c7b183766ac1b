package org.rescueline.vehicle.gps.jt808;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.gps.jt808.DriverIdentity.CardReading;
import org.rescueline.vehicle.gps.jt808.DriverIdentity.CardState;

/** 0x0702. */
final class DriverIdentityCodec implements MessageCodec<DriverIdentity> {
    private static final int INSERTED = 1;
    private static final int REMOVED = 2;
    private static final int CERTIFICATE_BYTES = 20;
    private static final int CERTIFICATE_BYTES_2011 = 40;
    private static final int IDENTITY_BYTES = 20;
    private static final int DATE_BYTES = 4;
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    @Override
    public int messageId() {
        return MessageId.DRIVER_IDENTITY;
    }

    @Override
    public Class<DriverIdentity> messageType() {
        return DriverIdentity.class;
    }

    @Override
    public DriverIdentity decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        int first = body.unsignedByte();
        if (version != ProtocolVersion.V2019 && first != INSERTED && first != REMOVED) {
            return decode2011(body, first);
        }
        long second = TerminalClock.read(body);
        if (first == REMOVED) {
            return DriverIdentity.removed(second);
        }
        CardReading reading = CardReading.of(body.unsignedByte());
        if (reading != CardReading.READ) {
            return new DriverIdentity(CardState.INSERTED, second, reading, "", "", "", null, "");
        }
        return new DriverIdentity(
                CardState.INSERTED,
                second,
                reading,
                body.text(body.unsignedByte()),
                body.text(CERTIFICATE_BYTES),
                body.text(body.unsignedByte()),
                date(body),
                version == ProtocolVersion.V2019 ? body.text(Math.min(IDENTITY_BYTES, body.remaining())) : "");
    }

    @Override
    public void encode(DriverIdentity driver, BodyWriter body, ProtocolVersion version) {
        body.unsignedByte(driver.state() == CardState.INSERTED ? INSERTED : REMOVED);
        TerminalClock.write(driver.epochSecond(), body);
        if (driver.state() == CardState.REMOVED) {
            return;
        }
        body.unsignedByte(driver.reading().ordinal());
        if (driver.reading() != CardReading.READ) {
            return;
        }
        body.shortText(driver.name())
                .text(driver.certificate(), CERTIFICATE_BYTES)
                .shortText(driver.authority())
                .bcd(driver.validUntil() == null ? "00000000" : DATE.format(driver.validUntil()));
        if (version == ProtocolVersion.V2019) {
            body.text(driver.identityNumber(), IDENTITY_BYTES);
        }
    }

    /** Name, citizen's number, certificate, authority; told from 2013 by its first byte, since no name is one letter long. */
    private static DriverIdentity decode2011(BodyReader body, int nameBytes) throws MalformedFrame {
        String name = body.text(nameBytes);
        String identityNumber = body.text(IDENTITY_BYTES);
        String certificate = body.text(CERTIFICATE_BYTES_2011);
        String authority = body.text(body.unsignedByte());
        return new DriverIdentity(
                CardState.INSERTED,
                TerminalClock.NO_TIME,
                CardReading.READ,
                name,
                certificate,
                authority,
                null,
                identityNumber);
    }

    private static @Nullable LocalDate date(BodyReader body) throws MalformedFrame {
        try {
            return LocalDate.parse(body.hex(DATE_BYTES), DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
