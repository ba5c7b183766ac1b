package org.rescueline.vehicle.gps;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;
import org.rescueline.shared.Limit;

/** How terminals are listened to, what is believed of them, and how their positions are kept. */
@ConfigMapping(prefix = "rescueline.gps")
public interface GpsConfig {

    /** The TCP port of the JT/T 808 gateway; 0 takes a free one. */
    @WithDefault("7611")
    @Limit(min = 0, max = 65_535)
    int port();

    /** The UDP port of the same; the TCP port's number unless it is said, 0 takes a free one, −1 none. */
    @WithDefault("${rescueline.gps.port:7611}")
    @Limit(min = -1, max = 65_535)
    int udpPort();

    /** The address the gateway listens on. */
    @WithDefault("${rescueline.bind-address:0.0.0.0}")
    String bindAddress();

    /** How many event loops serve terminals; as many as there are processors when it is not said. */
    OptionalInt eventLoops();

    /** Whether a terminal must show its code before anything it says is believed. */
    @WithDefault("REQUIRED")
    Authentication authentication();

    /** What becomes of terminals that nobody has entered. */
    @WithDefault("KEEP")
    UnknownTerminals unknownTerminals();

    /** How many terminals without vehicle are kept; beyond that new ones are refused until people tidy up. */
    @WithDefault("10000")
    @Limit(min = 0)
    int maxTerminalsWithoutVehicle();

    /** How many terminals may speak over one connection, as a forwarder's do. */
    @WithDefault("10000")
    @Limit(min = 1)
    int maxTerminalsPerConnection();

    /** A connection that has been silent for so long is closed. Long, since some terminals only answer commands. */
    @WithDefault("PT15M")
    Duration idleTimeout();

    /** A connection on which no terminal has authenticated itself for so long is closed. */
    @WithDefault("PT2M")
    Duration authenticationTimeout();

    /** So many malformed frames within {@link #malformedWindow()} close their connection. */
    @WithDefault("20")
    @Limit(min = 1)
    int malformedLimit();

    /** The time over which malformed frames are counted. */
    @WithDefault("PT1M")
    Duration malformedWindow();

    /** A frame that has begun must end within so long; a connection on which one drips in slower is closed. */
    @WithDefault("PT1M")
    Duration frameTimeout();

    /** So many frames a second one connection may send; more close it. No limit when it is not said. */
    OptionalInt maxFramesPerSecond();

    /** So many connections may be open; more are closed as they come. */
    @WithDefault("50000")
    @Limit(min = 1)
    int maxConnections();

    /**
     * So many connections may be open from one address. No limit when it is not said, since a mobile network hides
     * thousands of trucks behind one.
     */
    OptionalInt maxConnectionsPerAddress();

    /**
     * So many addresses may send over UDP, where a forged one costs its sender nothing; they count among the connections and
     * never take the room of all of them.
     */
    @WithDefault("10000")
    @Limit(min = 1)
    int maxUdpSenders();

    /** So many positions a second may one HTTP feed send on average; beyond that it gets 429 until it waits. */
    @WithDefault("2000")
    @Limit(min = 1)
    int maxFeedPositionsPerSecond();

    /** How long an HTTP feed waits until its positions are stored; then it gets 503 and sends them again. */
    @WithDefault("PT10S")
    Duration feedStoreTimeout();

    /** Messages that come in several parts. */
    Parts parts();

    /** At most one refused frame of each reason is written to the log in so long a time. */
    @WithDefault("PT10S")
    Duration refusalLogInterval();

    /** How long an asker waits for a terminal to say where it is; then the last known position has to do. */
    @WithDefault("PT8S")
    Duration positionQueryTimeout();

    /** How long whoever gives a terminal an order waits for its answer; then nobody knows whether it was done. */
    @WithDefault("PT10S")
    Duration orderTimeout();

    /** How long storing a driver's SOS may take; then the frame stays unanswered and the terminal sends it again. */
    @WithDefault("PT5S")
    Duration sosStoreTimeout();

    /** How long a registration or a look-up of a terminal may take; then the terminal gets no answer and repeats. */
    @WithDefault("PT5S")
    Duration registerTimeout();

    /** How far in the future a terminal's clock may be. */
    @WithDefault("PT10M")
    Duration clockAhead();

    /** How old a report may be: terminals send what they kept while they had no network. */
    @WithDefault("P7D")
    Duration clockBehind();

    /** Faster than any truck: a fix that would need more is a jump. */
    @WithDefault("250")
    @Limit(min = 1)
    int maxSpeedKph();

    /** Metres by which a fix may miss the last one however short the time. */
    @WithDefault("2000")
    @Limit(min = 0)
    int jumpToleranceMeters();

    /** So many fixes in a row that agree with each other are believed, however far they are from the last one. */
    @WithDefault("3")
    @Limit(min = 2)
    int jumpConfirmations();

    /** At most so often is a vehicle's new position told to the other rooms and the console. */
    @WithDefault("PT1S")
    Duration newsInterval();

    /** So often are changed last positions written to Redis. */
    @WithDefault("PT0.2S")
    Duration redisInterval();

    /** So often are terminals that another node registered or people fitted read again. */
    @WithDefault("PT10S")
    Duration directoryInterval();

    /** How positions get into the history. */
    History history();

    /** How messages in parts are put together. */
    interface Parts {
        /** A message may have so many parts. */
        @WithDefault("1024")
        @Limit(min = 1)
        int maxParts();

        /** So many bytes of unfinished messages are kept for one connection. */
        @WithDefault("1100000")
        @Limit(min = 1)
        int maxBytesPerConnection();

        /** So many bytes of unfinished messages are kept for all connections. */
        @WithDefault("67108864")
        @Limit(min = 1)
        long maxBytes();

        /** How long a part may be missing before it is asked for, again and again. */
        @WithDefault("PT5S")
        Duration resendAfter();

        /** A message that is not whole after so long is thrown away; it was not acknowledged, so it comes again. */
        @WithDefault("PT1M")
        Duration timeout();
    }

    /** The history of positions. */
    interface History {
        /** So many positions wait at most for the database; while that is full, terminals get no answer and repeat. */
        @WithDefault("200000")
        @Limit(min = 1)
        int buffer();

        /** So many positions at most are written at once. */
        @WithDefault("10000")
        @Limit(min = 1)
        int batch();

        /** How long a position waits for others to be written with; its terminal is answered when it is written. */
        @WithDefault("PT0.1S")
        Duration batchDelay();

        /** How long after a failed write the same positions are tried again. */
        @WithDefault("PT1S")
        Duration retryInterval();

        /** How long one batch may take in the database. */
        @WithDefault("PT30S")
        Duration writeTimeout();

        /** How long stopping waits for what is still in the buffer. */
        @WithDefault("PT8S")
        Duration flushTimeout();

        /** So many days' partitions are made ahead. */
        @WithDefault("7")
        @Limit(min = 1)
        int partitionsAhead();

        /** Days of history kept; older ones are dropped. */
        @WithDefault("180")
        @Limit(min = 1)
        int keepDays();

        /**
         * Days for which every fix is kept; older days are thinned but for vehicles with an open case. More than terminals
         * may report late ({@link GpsConfig#clockBehind()}), so that nothing comes into a day that is thinned.
         */
        @WithDefault("14")
        @Limit(min = 9)
        int fullDays();

        /** Of a thinned day one fix in so long is kept for each terminal. */
        @WithDefault("PT5M")
        Duration thinInterval();

        /** How often old days are looked for. */
        @WithDefault("PT1H")
        Duration retentionInterval();

        /** How long thinning or dropping old days may take before it is told as failed; it goes on all the same. */
        @WithDefault("PT2H")
        Duration retentionDeadline();

        /** So many fixes at most make one track answer. */
        @WithDefault("50000")
        @Limit(min = 1)
        int maxTrackPoints();

        /**
         * A silence longer than this is shown as a gap of the track. More than {@link #thinInterval()}, or every thinned day
         * would be nothing but gaps.
         */
        @WithDefault("PT10M")
        Duration trackGap();
    }

    /** Whether a code is asked for. */
    enum Authentication {
        /** Nothing is believed before the code was shown. */
        REQUIRED,
        /** A terminal may speak without: for forwarders that keep the codes of their terminals to themselves. */
        OPTIONAL
    }

    /** Whether strangers are taken in. */
    enum UnknownTerminals {
        /** Entered as terminals without vehicle, counted, their positions kept: people fit them to a vehicle later. */
        KEEP,
        /** Told that they are not known here. */
        REFUSE
    }
}
