package org.rescueline.vehicle.gps.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.PositionSource;
import org.rescueline.vehicle.gps.fix.Fix;

class FeedFormatTest {
    private static final Instant NOW = Instant.parse("2026-01-14T02:14:10Z");

    @Test
    void readsItsOwnFormat() {
        // Given
        JsonNode item = json("""
                {"terminal":"013912345678","latitude":34.5,"longitude":"109.4","time":"2026-01-14T10:14:07+08:00",
                 "speedKph":62.3,"course":361,"altitude":-154.4,"ignition":true,"somethingNew":1}""");

        // When
        Fix fix = FeedFormat.OWN.read(item).toFix(NOW);

        // Then
        assertThat(fix.latitude()).isEqualTo(34.5);
        assertThat(fix.longitude()).isEqualTo(109.4);
        assertThat(fix.fixedAt()).isEqualTo("2026-01-14T02:14:07Z");
        assertThat(fix.speedTenthsKph()).isEqualTo(623);
        assertThat(fix.courseDegrees()).isEqualTo(1);
        assertThat(fix.altitudeMeters()).isEqualTo(-154);
        assertThat(fix.isIgnitionKnown()).isTrue();
        assertThat(fix.isIgnitionOn()).isTrue();
        assertThat(fix.isFixed()).isTrue();
        assertThat(fix.source()).isEqualTo(PositionSource.HTTP);
    }

    @Test
    void bringsTheDegreesOfAChinesePhoneHome() {
        // Given Tian'anmen as a map in China shows it, some 550 m off
        JsonNode item =
                json("{\"terminal\":\"t\",\"latitude\":39.908722,\"longitude\":116.397499,\"datum\":\"GCJ02\"}");

        // When
        Fix fix = FeedFormat.OWN.read(item).toFix(NOW);

        // Then
        assertThat(fix.latitude()).isCloseTo(39.90732, within(0.0002));
        assertThat(fix.longitude()).isCloseTo(116.39126, within(0.0002));
    }

    @Test
    void leavesUnknownWhatTheFeedDoesNotTell() {
        // Given
        JsonNode item = json("{\"terminal\":\"t\",\"latitude\":34.5,\"longitude\":109.4}");

        // When
        Fix fix = FeedFormat.OWN.read(item).toFix(NOW);

        // Then
        assertThat(fix.fixedAt()).isEqualTo(NOW);
        assertThat(fix.speedTenthsKph()).isEqualTo(Fix.UNKNOWN);
        assertThat(fix.courseDegrees()).isEqualTo(Fix.UNKNOWN);
        assertThat(fix.altitudeMeters()).isEqualTo(Fix.UNKNOWN);
        assertThat(fix.isIgnitionKnown()).isFalse();
    }

    @Test
    void readsWhatOsmAndSends() {
        // Given knots, and seconds since 1970
        JsonNode item = json(
                "{\"id\":\"truck-7\",\"lat\":\"34.5\",\"lon\":\"109.4\",\"timestamp\":\"1768356847\",\"speed\":\"33.6\","
                        + "\"bearing\":\"281.4\",\"altitude\":\"512\"}");

        // When
        Fix fix = FeedFormat.OSMAND.read(item).toFix(NOW);

        // Then
        assertThat(fix.fixedAt()).isEqualTo("2026-01-14T02:14:07Z");
        assertThat(fix.speedTenthsKph()).isEqualTo(622);
        assertThat(fix.courseDegrees()).isEqualTo(281);
    }

    @Test
    void readsWhatTraccarForwards() {
        // Given
        JsonNode item = json("""
                {"position":{"id":1,"deviceId":2,"protocol":"gt06","fixTime":"2026-01-14T02:14:07.000+0000","valid":true,
                  "latitude":34.5,"longitude":109.4,"altitude":512.0,"speed":33.6,"course":281.0,
                  "attributes":{"ignition":true,"alarm":"lowBattery, sos"}},
                 "device":{"id":2,"name":"Demo truck 7","uniqueId":"013912345678"}}""");

        // When
        FeedItem read = FeedFormat.TRACCAR.read(item);

        // Then
        assertThat(read.terminal()).isEqualTo("013912345678");
        assertThat(read.time()).isEqualTo("2026-01-14T02:14:07Z");
        assertThat(read.isSos()).isTrue();
        assertThat(read.isIgnitionOn()).isTrue();
        assertThat(read.speedKph()).isCloseTo(62.2, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "terminal <- {'latitude':34.5,'longitude':109.4}",
                "terminal <- {'terminal':'two words','latitude':34.5,'longitude':109.4}",
                "latitude <- {'terminal':'t','longitude':109.4}",
                "latitude <- {'terminal':'t','latitude':90.1,'longitude':109.4}",
                "latitude <- {'terminal':'t','latitude':'north','longitude':109.4}",
                "longitude <- {'terminal':'t','latitude':34.5,'longitude':-180.5}",
                "time <- {'terminal':'t','latitude':34.5,'longitude':109.4,'time':'yesterday'}",
                "time <- {'terminal':'t','latitude':34.5,'longitude':109.4,'time':'2026-13-01T00:00:00Z'}",
                "datum <- {'terminal':'t','latitude':34.5,'longitude':109.4,'datum':'NAD27'}",
                "speedKph <- {'terminal':'t','latitude':34.5,'longitude':109.4,'speedKph':-3}",
                "terminal <- {'terminal':['t'],'latitude':34.5,'longitude':109.4}",
                "terminal <- 'just text'"
            })
    void namesTheFieldThatIsWrong(String wrongFieldAndItem) {
        // Given
        String[] parts = wrongFieldAndItem.split(" <- ");
        JsonNode read = json(parts[1].replace('\'', '"'));

        // When
        var reading = assertThatThrownBy(() -> FeedFormat.OWN.read(read));

        // Then
        reading.isInstanceOfSatisfying(
                Failure.class,
                failure -> assertThat(failure.fields().get(0).field()).isEqualTo(parts[0]));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
