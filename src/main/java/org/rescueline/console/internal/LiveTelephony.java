package org.rescueline.console.internal;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.rescueline.shared.Facts;
import org.rescueline.telephony.TelephonyService;
import org.rescueline.telephony.TelephonyViewChanged;

/** Tells the pages how old the view of the telephones is: every two seconds, and at once when a switch is lost or found. */
@ApplicationScoped
class LiveTelephony {

    private static final String TYPE = "telephony";

    private final LiveFeed feed;
    private final TelephonyService telephony;
    private final Facts facts;

    LiveTelephony(LiveFeed feed, TelephonyService telephony, Facts facts) {
        this.feed = feed;
        this.telephony = telephony;
        this.facts = facts;
    }

    void onStart(@Observes StartupEvent event) {
        facts.on(TelephonyViewChanged.class, "console-telephony", changed -> {
            feed.publishState(TYPE, changed.state());
            return Uni.createFrom().voidItem();
        });
    }

    @Scheduled(every = "${rescueline.console.live.telephony:2s}", identity = "console-telephony")
    void send() {
        feed.publishState(TYPE, telephony.state());
    }
}
