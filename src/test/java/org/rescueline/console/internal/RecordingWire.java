package org.rescueline.console.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A page's line that keeps what was sent; a stuck one lets a text go only when it is told to. */
final class RecordingWire implements Wire {

    private final boolean isStuck;
    private final List<JsonObject> sent = new ArrayList<>();
    private final Deque<CompletableFuture<Void>> underWay = new ArrayDeque<>();
    private LiveClosing closing;

    private RecordingWire(boolean isStuck) {
        this.isStuck = isStuck;
    }

    static RecordingWire quick() {
        return new RecordingWire(false);
    }

    static RecordingWire stuck() {
        return new RecordingWire(true);
    }

    @Override
    public Uni<Void> send(String text) {
        sent.add(new JsonObject(text));
        if (!isStuck) {
            return Uni.createFrom().voidItem();
        }
        var leaving = new CompletableFuture<Void>();
        underWay.add(leaving);
        return Uni.createFrom().completionStage(leaving);
    }

    @Override
    public void close(LiveClosing reason) {
        closing = reason;
    }

    void letOneGo() {
        underWay.remove().complete(null);
    }

    List<JsonObject> sent() {
        return sent;
    }

    List<JsonObject> sent(String type) {
        return sent.stream()
                .filter(message -> type.equals(message.getString("type")))
                .toList();
    }

    List<Long> numbers() {
        return sent("call").stream().map(message -> message.getLong("seq")).toList();
    }

    JsonObject last() {
        return sent.get(sent.size() - 1);
    }

    Optional<LiveClosing> closing() {
        return Optional.ofNullable(closing);
    }
}
