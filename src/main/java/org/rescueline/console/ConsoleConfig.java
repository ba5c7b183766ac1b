package org.rescueline.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rescueline.shared.Limit;

/** What an operator of the system may set about the page and its live feed. */
@ConfigMapping(prefix = "rescueline.console")
public interface ConsoleConfig {

    /** Raster or vector tiles as {@code https://host/{z}/{x}/{y}.png}; without them the page draws its own base map. */
    Optional<String> tileUrl();

    /** Whom the tiles' map must credit. */
    Optional<String> tileAttribution();

    /** The zone in which the page shows times and the reports cut their days. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** The hotline numbers as the page names them. */
    List<Hotline> hotlines();

    Live live();

    Search search();

    /** One hotline number. */
    interface Hotline {

        /** As callers dial it. */
        @Limit(min = 1)
        String number();

        /** What the page writes beside it. */
        @Limit(min = 1)
        String label();
    }

    /** The live feed. */
    interface Live {

        /** Messages kept for a page that was cut off; older ones make it read everything anew. */
        @WithDefault("10000")
        @Limit(min = 1)
        int replayMessages();

        /** Messages that may wait for one slow page before it is closed and told to resume. */
        @WithDefault("1000")
        @Limit(min = 1)
        int waitingMessages();

        /** How often every page is told that the line still stands. */
        @WithDefault("15s")
        Duration heartbeat();

        /** A page that says nothing for this long is taken for gone. */
        @WithDefault("45s")
        Duration silence();

        /** How often positions are sent, each truck's newest alone. */
        @WithDefault("1s")
        Duration positions();

        /** For how long changes of calls are gathered before the pages are told, each call once. */
        @WithDefault("PT0.05S")
        Duration calls();

        /** How often a node tells the others that it is there, and how far its news is: so soon lost news is missed. */
        @WithDefault("1s")
        Duration nodes();

        /**
         * A node that is not heard for this long is taken for gone, and a node that does not hear itself for deaf: the pages
         * then read everything anew.
         */
        @WithDefault("5s")
        Duration nodesSilence();

        /** How often the state of the telephony is sent. */
        @WithDefault("2s")
        Duration telephony();
    }

    /** The one search box. */
    interface Search {

        /** Results of each kind. */
        @WithDefault("5")
        @Limit(min = 1)
        int perKind();

        /** What has not been found by then is left out. */
        @WithDefault("2s")
        Duration timeout();
    }
}
