package org.rescueline.telephony.internal.ami;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.rescueline.shared.redis.Leases;
import org.rescueline.telephony.TelephonyConfig;

/**
 * Which of several nodes listens to a switch. The lease decides who listens, never whether anybody does: when nobody can
 * say who has it for longer than it lasts, every node listens. Two that listen write the same ledger, since folding the
 * same news twice changes nothing.
 */
@ApplicationScoped
class SwitchLeases {

    private static final Logger LOG = Logger.getLogger(SwitchLeases.class);
    private static final String PREFIX = "pbx:";

    /** What is known of a lease. */
    enum Answer {
        /** This node listens. */
        OURS,
        /** Another node listens. */
        THEIRS,
        /** Redis is away. */
        UNKNOWN
    }

    private final Leases leases;
    private final String node;
    private final Duration duration;

    SwitchLeases(
            Leases leases,
            TelephonyConfig config,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int httpPort) {
        this.leases = leases;
        this.node = config.lease().node().orElseGet(() -> hostName() + ":" + httpPort);
        this.duration = config.lease().duration();
    }

    /** Asks for the lease of a switch, or prolongs it; never fails. */
    Uni<Answer> ask(String pbx) {
        return leases.take(PREFIX + pbx, node, duration)
                .map(taken -> taken ? Answer.OURS : Answer.THEIRS)
                .onFailure()
                .invoke(e -> LOG.debugf("Nobody can say who listens to %s: %s", pbx, e.getMessage()))
                .onFailure()
                .recoverWithItem(Answer.UNKNOWN);
    }

    /** Gives the lease back, so that another node takes over at once; never fails. */
    Uni<Void> release(String pbx) {
        return leases.release(PREFIX + pbx, node).onFailure().recoverWithNull();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
