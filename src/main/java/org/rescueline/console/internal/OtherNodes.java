package org.rescueline.console.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How far this node has heard each of the others. Each numbers its news from 1 without gaps, and says with every beat how
 * far it is, so that news which never came is missed within a beat. Not thread-safe; {@link NodeNews} guards it.
 */
final class OtherNodes {

    /** What a word is, after all that was heard of its node before. */
    enum Heard {
        /** The news that comes next. */
        NEXT,
        /** Nothing new. */
        KNOWN,
        /** Something before it never came. */
        GAP
    }

    private record Node(long newest, Instant heardAt, boolean hasMapOpen) {}

    private static final Node UNHEARD = new Node(0, Instant.MIN, false);

    private final Map<String, Node> nodes = new HashMap<>();

    /** News with its number. */
    Heard news(String name, long number, Instant now) {
        var node = nodes.getOrDefault(name, UNHEARD);
        nodes.put(name, new Node(Math.max(number, node.newest), now, node.hasMapOpen));
        if (number <= node.newest) {
            return Heard.KNOWN;
        }
        return number == node.newest + 1 ? Heard.NEXT : Heard.GAP;
    }

    /** How far a node is, and whether somebody looks at a map there. */
    Heard beat(String name, long number, boolean hasMapOpen, Instant now) {
        var node = nodes.getOrDefault(name, UNHEARD);
        nodes.put(name, new Node(Math.max(number, node.newest), now, hasMapOpen));
        return number > node.newest ? Heard.GAP : Heard.KNOWN;
    }

    /** Forgets who was last heard before then; true when there was one. */
    boolean forgetSilent(Instant since) {
        return nodes.values().removeIf(node -> node.heardAt.isBefore(since));
    }

    /** Nobody could be heard until now: the silence says nothing about anybody. */
    void excuseSilence(Instant now) {
        nodes.replaceAll((name, node) -> new Node(node.newest, now, node.hasMapOpen));
    }

    boolean hasMapOpen() {
        return nodes.values().stream().anyMatch(Node::hasMapOpen);
    }

    int count() {
        return nodes.size();
    }
}
