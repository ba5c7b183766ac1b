package org.rescueline.shared;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.engine.ReactiveAfterTransactionCompletionProcess;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;
import org.hibernate.reactive.util.impl.CompletionStages;
import org.jboss.logging.Logger;

/** What is done once the transaction has really happened: telephone, Redis, push, facts. */
public final class AfterCommit {

    private static final Logger LOG = Logger.getLogger(AfterCommit.class);

    private AfterCommit() {}

    /**
     * Runs the action after the commit of the transaction that is open on this context; never when it rolls back.
     *
     * @param action short and not blocking; when it fails that is logged, for the commit cannot be taken back
     */
    public static Uni<Void> run(Runnable action) {
        return Panache.getSession()
                .invoke(session -> register(((MutinySessionImpl) session), action))
                .replaceWithVoid();
    }

    private static void register(MutinySessionImpl session, Runnable action) {
        ReactiveAfterTransactionCompletionProcess process = (committed, plain) -> {
            if (committed) {
                guarded(action);
            }
            return CompletionStages.voidFuture();
        };
        session.unwrap(ReactiveSession.class).getReactiveActionQueue().registerProcess(process);
    }

    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("What should follow a commit failed", e);
        }
    }
}
