package org.rescueline.console.internal;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rescueline.console.ConsoleConfig;
import org.rescueline.telephony.CallView;

/**
 * Tells the pages how calls are now. A call that comes in changes five times within a few milliseconds, and every page is
 * told of every call: so what changed is gathered for a moment and each call is told once, as it is by then. The caller's
 * card does not pass here; it is what an operator waits for.
 */
@ApplicationScoped
class LiveCallNews {

    private final NodeNews nodes;
    private final Vertx vertx;
    private final long gatheringMillis;
    private final Map<UUID, CallView> changed = new LinkedHashMap<>();

    LiveCallNews(NodeNews nodes, Vertx vertx, ConsoleConfig config) {
        this.nodes = nodes;
        this.vertx = vertx;
        this.gatheringMillis = Math.max(1, config.live().calls().toMillis());
    }

    /** A call is so now. */
    synchronized void note(CallView call) {
        if (changed.isEmpty()) {
            vertx.setTimer(gatheringMillis, timer -> tell());
        }
        changed.put(call.id(), call);
    }

    private void tell() {
        take().forEach(call -> nodes.tell(LiveTopics.CALL, call));
    }

    private synchronized List<CallView> take() {
        var taken = List.copyOf(changed.values());
        changed.clear();
        return taken;
    }
}
