package org.rescueline.demo.hotline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The one queue of the simulated switch: who waits, who can take a call. Callers are served in order of arrival. */
final class SimulatedQueue {

    static final String NAME = "hotline";

    private final List<SimulatedAgent> agents;
    private final List<InboundCall> waiting = new ArrayList<>();

    SimulatedQueue(List<SimulatedAgent> agents) {
        this.agents = List.copyOf(agents);
    }

    List<SimulatedAgent> agents() {
        return agents;
    }

    List<InboundCall> waiting() {
        return List.copyOf(waiting);
    }

    void join(InboundCall call) {
        waiting.add(call);
    }

    void leave(InboundCall call) {
        waiting.remove(call);
    }

    int positionOf(InboundCall call) {
        return waiting.indexOf(call) + 1;
    }

    /**
     * The free agent whom this call has not yet tried and who has taken the fewest calls. A call meant for a person
     * rings at a person first; a call not meant for one goes to the simulated colleagues alone.
     */
    Optional<SimulatedAgent> chooseFor(InboundCall call) {
        return agents.stream()
                .filter(SimulatedAgent::isFree)
                .filter(agent -> !agent.isPerson() || call.isForPerson())
                .filter(agent -> !call.hasTried(agent))
                .min(Comparator.comparing((SimulatedAgent agent) -> !agent.isPerson())
                        .thenComparingInt(agent -> agent.callsTaken));
    }

    Optional<SimulatedAgent> find(String deviceOrExtension) {
        return agents.stream()
                .filter(agent ->
                        agent.deviceName().equals(deviceOrExtension) || agent.extension.equals(deviceOrExtension))
                .findFirst();
    }
}
