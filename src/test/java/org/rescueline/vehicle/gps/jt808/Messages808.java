package org.rescueline.vehicle.gps.jt808;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any message, any address: what the laws of the codec are tried on. */
final class Messages808 {
    private static final Arbitrary<Integer> ANY_INT = Arbitraries.integers();
    private static final Arbitrary<Integer> UNSIGNED_SHORT =
            Arbitraries.integers().between(0, 0xffff);
    private static final Arbitrary<Integer> UNSIGNED_BYTE =
            Arbitraries.integers().between(0, 0xff);
    private static final Arbitrary<Long> UNSIGNED_INT = Arbitraries.longs().between(0, 0xffff_ffffL);
    private static final long FIRST_SECOND = 946_656_000L; // 2000-01-01 in GMT+8
    private static final long LAST_SECOND = 4_102_415_999L; // 2099-12-31 23:59:59 in GMT+8

    private static final Map<ProtocolVersion, Arbitrary<Message>> MESSAGES = new ConcurrentHashMap<>();

    private Messages808() {}

    static Arbitrary<TerminalAddress> addresses() {
        return Arbitraries.of(ProtocolVersion.class)
                .flatMap(version -> phones(version).map(phone -> new TerminalAddress(version, phone)));
    }

    static Arbitrary<String> phones(ProtocolVersion version) {
        return Arbitraries.strings()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(version.phoneBytes() * 2)
                .filter(digits -> !digits.matches("0*"));
    }

    /** Any message of a version; built once, as building them costs a thousand times what drawing one does. */
    static Arbitrary<Message> messages(ProtocolVersion version) {
        return MESSAGES.computeIfAbsent(version, Messages808::buildMessages);
    }

    private static Arbitrary<Message> buildMessages(ProtocolVersion version) {
        return Arbitraries.oneOf(
                Combinators.combine(UNSIGNED_SHORT, UNSIGNED_SHORT, UNSIGNED_BYTE)
                        .as(TerminalAck::new)
                        .map(Message.class::cast),
                Arbitraries.of(new Heartbeat(), new Logout(), new LocationQuery()),
                reports().map(Message.class::cast),
                Combinators.combine(UNSIGNED_SHORT, reports())
                        .as(LocationAnswer::new)
                        .map(Message.class::cast),
                Combinators.combine(UNSIGNED_SHORT, UNSIGNED_SHORT, Arbitraries.of(PlatformAck.Result.class))
                        .as(PlatformAck::new)
                        .map(Message.class::cast),
                Combinators.combine(UNSIGNED_SHORT, Arbitraries.of(RegistrationAnswer.Result.class), words(0, 30))
                        .as(RegistrationAnswer::new)
                        .map(Message.class::cast),
                authentications(version).map(Message.class::cast),
                registrations(version).map(Message.class::cast),
                longUplinks(version),
                orders());
    }

    /** What may need more than one frame. */
    private static Arbitrary<Message> longUplinks(ProtocolVersion version) {
        return Arbitraries.oneOf(
                batches(5).map(Message.class::cast),
                drivers(version).map(Message.class::cast),
                media().map(Message.class::cast),
                Combinators.combine(UNSIGNED_SHORT, parameters(3))
                        .as(ParameterAnswer::new)
                        .map(Message.class::cast),
                attributes().map(Message.class::cast));
    }

    private static Arbitrary<Message> orders() {
        Arbitrary<List<Integer>> parts = UNSIGNED_SHORT.list().ofMaxSize(40);
        Arbitrary<List<Long>> ids = UNSIGNED_INT.list().ofMaxSize(40);
        return Arbitraries.oneOf(
                Combinators.combine(UNSIGNED_SHORT, parts).as(PartRequest::new).map(Message.class::cast),
                parameters(3).map(ParameterOrder::new).map(Message.class::cast),
                ids.map(ParameterSelection::new).map(Message.class::cast),
                Arbitraries.of(new ParameterQuery(), new AttributeQuery(), TrackingOrder.STOP),
                Combinators.combine(UNSIGNED_BYTE, words(0, 60))
                        .as(TerminalControl::new)
                        .map(Message.class::cast),
                Combinators.combine(Arbitraries.integers().between(1, 0xffff), UNSIGNED_INT)
                        .as(TrackingOrder::new)
                        .map(Message.class::cast),
                Combinators.combine(UNSIGNED_BYTE, words(0, 60))
                        .as((flags, text) -> new TextMessage(flags, text.isEmpty() ? text : "请" + text))
                        .map(Message.class::cast));
    }

    static Arbitrary<LocationBatch> batches(int most) {
        return Combinators.combine(
                        Arbitraries.of(LocationBatch.Kind.class),
                        reports().list().ofMinSize(1).ofMaxSize(most))
                .as(LocationBatch::of);
    }

    private static Arbitrary<DriverIdentity> drivers(ProtocolVersion version) {
        Arbitrary<Long> seconds = Arbitraries.longs().between(FIRST_SECOND, LAST_SECOND);
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(0, 30_000).map(LocalDate::ofEpochDay);
        Arbitrary<String> identity = version == ProtocolVersion.V2019 ? words(0, 20) : Arbitraries.just("");
        return Arbitraries.oneOf(
                seconds.map(DriverIdentity::removed),
                Combinators.combine(seconds, words(2, 20), words(0, 20), words(0, 60), dates.injectNull(0.2), identity)
                        .as((second, name, certificate, authority, until, number) -> new DriverIdentity(
                                DriverIdentity.CardState.INSERTED,
                                second,
                                DriverIdentity.CardReading.READ,
                                name,
                                certificate,
                                authority,
                                until,
                                number)));
    }

    private static Arbitrary<MediaUpload> media() {
        Arbitrary<byte[]> content =
                Arbitraries.bytes().array(byte[].class).ofMinSize(0).ofMaxSize(600);
        return Combinators.combine(UNSIGNED_INT, UNSIGNED_BYTE, UNSIGNED_BYTE, UNSIGNED_BYTE, reports(), content)
                .as((id, kind, format, channel, place, bytes) ->
                        new MediaUpload(id, kind, format, 0, channel, place.withItems(AdditionalItems.NONE), bytes));
    }

    private static Arbitrary<List<TerminalParameter>> parameters(int most) {
        Arbitrary<byte[]> value =
                Arbitraries.bytes().array(byte[].class).ofMinSize(0).ofMaxSize(255);
        return Combinators.combine(UNSIGNED_INT, value)
                .as(TerminalParameter::new)
                .list()
                .ofMaxSize(most);
    }

    private static Arbitrary<TerminalAttributes> attributes() {
        Arbitrary<String> iccid = Arbitraries.strings().numeric().ofLength(20);
        return Combinators.combine(
                        UNSIGNED_SHORT,
                        words(0, 5),
                        words(0, 20),
                        words(0, 7),
                        iccid,
                        words(0, 30),
                        UNSIGNED_BYTE,
                        UNSIGNED_BYTE)
                .as((type, maker, model, device, card, software, satellites, networks) -> new TerminalAttributes(
                        type, maker, model, device, card, software, software, satellites, networks));
    }

    static Arbitrary<LocationReport> reports() {
        Arbitrary<Long> seconds = Arbitraries.longs().between(FIRST_SECOND, LAST_SECOND);
        return Combinators.combine(
                        ANY_INT,
                        ANY_INT,
                        ANY_INT,
                        ANY_INT,
                        Arbitraries.integers().between(-32_768, 32_767),
                        UNSIGNED_SHORT,
                        UNSIGNED_SHORT,
                        Arbitraries.oneOf(seconds, Arbitraries.just(TerminalClock.NO_TIME)))
                .as((alarm, status, latitude, longitude, altitude, speed, course, second) -> new LocationReport(
                        alarm, status, latitude, longitude, altitude, speed, course, second, AdditionalItems.NONE))
                .flatMap(report -> items().map(report::withItems));
    }

    static Arbitrary<AdditionalItems> items() {
        Arbitrary<byte[]> value =
                Arbitraries.bytes().array(byte[].class).ofMinSize(0).ofMaxSize(40);
        return Combinators.combine(UNSIGNED_BYTE, value)
                .as((id, bytes) -> AdditionalItems.NONE.with(id, bytes))
                .list()
                .ofMaxSize(1)
                .map(list -> list.isEmpty() ? AdditionalItems.NONE : list.get(0).withSatellites(7));
    }

    private static Arbitrary<Authentication> authentications(ProtocolVersion version) {
        return version == ProtocolVersion.V2019
                ? Combinators.combine(words(0, 60), words(15, 15), words(0, 20)).as(Authentication::new)
                : words(0, 60).map(Authentication::of);
    }

    private static Arbitrary<Registration> registrations(ProtocolVersion version) {
        int model =
                switch (version) {
                    case V2011 -> 8;
                    case V2013 -> 20;
                    case V2019 -> 30;
                };
        return Combinators.combine(
                        UNSIGNED_SHORT,
                        UNSIGNED_SHORT,
                        words(0, 5),
                        words(0, model),
                        words(0, 7),
                        UNSIGNED_BYTE,
                        words(0, 7))
                .as((province, city, manufacturer, type, device, colour, plate) -> new Registration(
                        version,
                        province,
                        city,
                        manufacturer,
                        type,
                        device,
                        colour,
                        plate.isEmpty() ? plate : "陕" + plate));
    }

    private static Arbitrary<String> words(int min, int max) {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .ofMinLength(min)
                .ofMaxLength(max);
    }
}
