package org.rescueline.telephony;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Outbox;

/** Keeps what the telephone room tells the rooms above. */
@Singleton
public class ToldFacts {

    private final List<Object> published = new CopyOnWriteArrayList<>();
    private final List<Object> delivered = new CopyOnWriteArrayList<>();

    void subscribe(@Observes StartupEvent started, Facts facts, Outbox outbox) {
        facts.on(Object.class, "told-facts", fact -> keep(published, fact));
        outbox.on(CallAbandoned.class, "told-facts-abandoned", fact -> keep(delivered, fact));
        outbox.on(CallbackRequested.class, "told-facts-callback-requested", fact -> keep(delivered, fact));
        outbox.on(CallAnswered.class, "told-facts-answered", fact -> keep(delivered, fact));
        outbox.on(DialEnded.class, "told-facts-dial-ended", fact -> keep(delivered, fact));
    }

    /** Facts of a type told in process, in order. */
    public <F> List<F> published(Class<F> type) {
        return published.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Facts of a type that came through the outbox. */
    public <F> List<F> delivered(Class<F> type) {
        return delivered.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Uni<Void> keep(List<Object> kept, Object fact) {
        kept.add(fact);
        return Uni.createFrom().voidItem();
    }
}
