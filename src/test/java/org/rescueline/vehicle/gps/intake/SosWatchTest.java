package org.rescueline.vehicle.gps.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rescueline.vehicle.gps.intake.SosWatch.News;

class SosWatchTest {
    private static final Instant NIGHT = Instant.parse("2026-01-14T02:14:07Z");

    private final SosWatch watch = new SosWatch(false, null);

    @Test
    void tellsAPressOnceHoweverLongTheButtonIsHeld() {
        // Given
        News first = watch.see(true, NIGHT);

        // When
        News second = watch.see(true, NIGHT.plusSeconds(10));
        News third = watch.see(true, NIGHT.plusSeconds(20));

        // Then
        assertThat(first).isEqualTo(News.PRESSED);
        assertThat(second).isEqualTo(News.NOTHING);
        assertThat(third).isEqualTo(News.NOTHING);
    }

    @Test
    void tellsAPressAgainAfterARelease() {
        // Given
        watch.see(true, NIGHT);
        News released = watch.see(false, NIGHT.plusSeconds(10));

        // When
        News again = watch.see(true, NIGHT.plusSeconds(20));

        // Then
        assertThat(released).isEqualTo(News.RELEASED);
        assertThat(again).isEqualTo(News.PRESSED);
    }

    @Test
    void saysNothingOfAReportRepeatedAfterTheRelease() {
        // Given a press and its release
        watch.see(true, NIGHT);
        watch.see(false, NIGHT.plusSeconds(10));

        // When the answer to the press was lost and the terminal repeats it
        News repeated = watch.see(true, NIGHT);

        // Then
        assertThat(repeated).isEqualTo(News.NOTHING);
    }

    @Test
    void tellsAPressThatArrivesLate() {
        // Given a truck that had no network when its driver pressed
        watch.see(false, NIGHT.plusSeconds(600));

        // When
        News late = watch.see(true, NIGHT);

        // Then
        assertThat(late).isEqualTo(News.PRESSED);
        assertThat(watch.see(false, NIGHT.plusSeconds(610))).isEqualTo(News.NOTHING);
    }

    @Test
    void saysNothingAfterARestartWhileTheButtonIsStillHeld() {
        // Given what the table remembers
        SosWatch restarted = new SosWatch(true, NIGHT);

        // When
        News news = restarted.see(true, NIGHT.plusSeconds(30));

        // Then
        assertThat(news).isEqualTo(News.NOTHING);
    }

    @Test
    void tellsAPressAfterALongSilenceThoughNoReleaseWasSeen() {
        // Given a button that was held when the truck fell silent
        watch.see(true, NIGHT);

        // When
        News news = watch.see(true, NIGHT.plus(SosWatch.FORGOTTEN_AFTER).plusSeconds(1));

        // Then
        assertThat(news).isEqualTo(News.PRESSED);
    }
}
