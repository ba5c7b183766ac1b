package org.rescueline.console.internal;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The line between nodes of a test: everybody hears at once, unless the test takes words away or cuts somebody off. */
final class NodesOnOneLine {

    private final List<End> ends = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private Predicate<String> lost = word -> false;

    /** One node's end of the line. */
    NodeLine end() {
        var end = new End();
        ends.add(end);
        return end;
    }

    /** Words that match get lost from now on. */
    void lose(Predicate<String> words) {
        lost = words;
    }

    /** The node hears nothing, and nobody hears it, until it is put back. */
    void cut(NodeLine end, boolean isCut) {
        ((End) end).isCut = isCut;
    }

    List<String> said() {
        return said;
    }

    private final class End implements NodeLine {

        private final List<Consumer<String>> listeners = new ArrayList<>();
        private boolean isCut;

        @Override
        public Uni<Void> say(String word) {
            if (isCut) {
                return Uni.createFrom().failure(new IllegalStateException("cut"));
            }
            said.add(word);
            if (!lost.test(word)) {
                ends.stream().filter(end -> !end.isCut).forEach(end -> end.listeners.forEach(one -> one.accept(word)));
            }
            return Uni.createFrom().voidItem();
        }

        @Override
        public void listen(Consumer<String> listener) {
            listeners.add(listener);
        }
    }
}
