package org.rescueline.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.rescueline.shared.Limit;

/** The demo: how large its country is and how busy its hotline. */
@ConfigMapping(prefix = "rescueline.demo")
public interface DemoConfig {

    /** Whether the invented country is shown at all. The launcher says yes when no database is configured. */
    @WithDefault("false")
    boolean enabled();

    /** Draws everything that is drawn; the same seed invents the same country. */
    @WithDefault("9818")
    long seed();

    /** Stations over the whole country. */
    @WithDefault("300")
    @Limit(min = 1, max = 370)
    int stations();

    /** Vehicles in the register; never fewer than there are {@link #trucksOnRoad()}. */
    @WithDefault("2000")
    @Limit(min = 1, max = 9_999)
    int vehicles();

    /** Trucks on the road, each with a terminal that reports; the first of the register. */
    @WithDefault("200")
    @Limit(min = 0, max = 9_999)
    int trucksOnRoad();

    /** How many trucks share one connection to the gateway: 1 is a terminal with a card each, more is a forwarder. */
    @WithDefault("1")
    @Limit(min = 1)
    int trucksPerConnection();

    /** The time between two reports of one truck. */
    @WithDefault("PT15S")
    Duration reportInterval();

    /** The mean time between two calls to the simulated hotline. */
    @WithDefault("PT30S")
    Duration callInterval();

    /** How long a configured Asterisk may take to answer before the simulated hotline takes its place. */
    @WithDefault("PT5S")
    Duration asteriskAnswerTimeout();

    /** How often the simulated colleagues and stations look at what they have to do. */
    @WithDefault("PT5S")
    Duration staffInterval();

    /** How long a rescue waits for a person at the board before the simulated dispatcher sends a station. */
    @WithDefault("PT2M")
    Duration dispatcherPatience();
}
