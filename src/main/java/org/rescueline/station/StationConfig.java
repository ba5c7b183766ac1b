package org.rescueline.station;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.rescueline.shared.Limit;

/** How stations are ranked and their hours understood. */
@ConfigMapping(prefix = "rescueline.station")
public interface StationConfig {

    /** How arrival is guessed from the straight line while no road graph is loaded. */
    Eta eta();

    /** How jobs in hand delay a station, for the order of the ranking. */
    Load load();

    /** Zone of a station's hours when its record names none. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** Opening time of a station whose record names none. */
    @WithDefault("08:00")
    LocalTime opensAt();

    /** Closing time of a station whose record names none. */
    @WithDefault("20:00")
    LocalTime closesAt();

    /** How many near stations that cannot go are shown with their reasons. */
    @WithDefault("8")
    @Limit(min = 0, max = 50)
    int excludedLimit();

    /** How long a request waits for the register when it has not been read yet; then it fails. */
    @WithDefault("PT10S")
    Duration registerLoadDeadline();

    /** How often a node looks for changes that other nodes made to the register. */
    @WithDefault("PT10S")
    Duration registerRefresh();

    /** The guess at an arrival. */
    interface Eta {

        /** Road ÷ straight line at best. */
        @WithDefault("1.2")
        @Limit(min = 1)
        double detourLow();

        /** Road ÷ straight line at worst; mountains are worse still, which is why this is a guess. */
        @WithDefault("1.5")
        @Limit(min = 1)
        double detourHigh();

        /** Average speed of a service van when nothing hinders it, km/h. */
        @WithDefault("75")
        @Limit(min = 1)
        double speedHighKph();

        /** Average speed of a service van when much does, km/h. */
        @WithDefault("45")
        @Limit(min = 1)
        double speedLowKph();

        /** From accepting to leaving the yard, at best. */
        @WithDefault("PT5M")
        Duration turnoutLow();

        /** From accepting to leaving the yard, at worst. */
        @WithDefault("PT20M")
        Duration turnoutHigh();
    }

    /** What jobs in hand cost. */
    interface Load {

        /** Added for each job in hand although a van is free: people and parts are shared. */
        @WithDefault("PT10M")
        Duration perJob();

        /** Added when every van is out: until one is back. */
        @WithDefault("PT90M")
        Duration allVansOut();
    }
}
