package org.rescueline.console.internal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.rescueline.security.SecurityService;
import org.rescueline.security.SessionsEnded;
import org.rescueline.security.UserChanged;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Facts;

/**
 * Keeps every open page as the sign-in it hangs on: closed when that ends, opened anew with other rights when those change.
 * Facts of this node act at once; what another node did is found by asking twice a minute, which also counts as presence,
 * so an operator who waits for a call is not signed out for touching nothing.
 */
@ApplicationScoped
public class LiveUpkeep {

    private static final Logger LOG = Logger.getLogger(LiveUpkeep.class);

    private final LiveFeed feed;
    private final SecurityService security;
    private final Facts facts;

    /**
     * Sends the pages away at the very beginning of a stop, so that they find another node at once: the beans hear of it only
     * after the graceful wait for requests under way.
     */
    private final Thread goodbye = new Thread(this::sayGoodbye, "console-goodbye");

    LiveUpkeep(LiveFeed feed, SecurityService security, Facts facts) {
        this.feed = feed;
        this.security = security;
        this.facts = facts;
    }

    void onStart(@Observes StartupEvent event) {
        Runtime.getRuntime().addShutdownHook(goodbye);
        facts.on(SessionsEnded.class, "console-sessions-ended", this::closeEnded);
        facts.on(UserChanged.class, "console-user-changed", this::closeChanged);
    }

    void onStop(@Observes ShutdownEvent event) {
        sayGoodbye();
        forgetHook();
    }

    @Scheduled(every = "${rescueline.console.live.heartbeat:15s}", identity = "console-heartbeat")
    void beat() {
        feed.beat();
    }

    private void sayGoodbye() {
        feed.closeWhere(page -> true, LiveClosing.NODE_STOPS);
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(goodbye);
        } catch (IllegalStateException e) {
            LOG.debug("The process itself stops; the hook has run or is about to", e);
        }
    }

    /** One question for each sign-in, however many pages hang on it. */
    @Scheduled(every = "30s", identity = "console-sessions", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> checkSessions() {
        var sessions = new HashSet<String>();
        feed.eachPage(page -> sessions.add(page.sessionKey()));
        return Multi.createFrom()
                .iterable(sessions)
                .onItem()
                .transformToUniAndConcatenate(this::checkSession)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** While the database is away nobody is signed out for it. */
    private Uni<Void> checkSession(String sessionKey) {
        return security.findSignedIn(sessionKey)
                .invoke(user -> feed.closeWhere(
                        page -> page.sessionKey().equals(sessionKey)
                                && !user.map(Viewer::of).equals(Optional.of(page.viewer())),
                        user.isEmpty() ? LiveClosing.SIGNED_OUT : LiveClosing.RIGHTS_CHANGED))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("A page's session could not be checked: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> closeEnded(SessionsEnded ended) {
        feed.closeWhere(page -> ended.covers(page.viewer().userId(), page.sessionKey()), LiveClosing.SIGNED_OUT);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> closeChanged(UserChanged changed) {
        var now = Viewer.of(changed.user());
        feed.closeWhere(
                page -> page.viewer().userId().equals(now.userId())
                        && !page.viewer().equals(now),
                LiveClosing.RIGHTS_CHANGED);
        return Uni.createFrom().voidItem();
    }
}
