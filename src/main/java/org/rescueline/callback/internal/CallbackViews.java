package org.rescueline.callback.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rescueline.callback.CallbackChanged;
import org.rescueline.callback.CallbackView;
import org.rescueline.callback.CallbackView.AbandonedCall;
import org.rescueline.callback.CallbackView.Attempt;
import org.rescueline.callback.CallbackView.ClaimedBy;
import org.rescueline.shared.AfterCommit;
import org.rescueline.shared.Facts;

/** Makes views of rows, with calls and attempts: two queries for a whole page. */
@ApplicationScoped
class CallbackViews {

    private final CallbackStore store;
    private final Facts facts;

    CallbackViews(CallbackStore store, Facts facts) {
        this.store = store;
        this.facts = facts;
    }

    Uni<CallbackView> of(CallbackEntity callback) {
        return of(List.of(callback)).map(views -> views.get(0));
    }

    Uni<List<CallbackView>> of(List<CallbackEntity> callbacks) {
        var ids = callbacks.stream().map(callback -> callback.id).toList();
        return store.listCalls(ids)
                .chain(calls -> store.listAttempts(ids).map(attempts -> assemble(callbacks, calls, attempts)));
    }

    /** The view, and the promise to tell of the change once it is committed. */
    Uni<CallbackView> tell(CallbackEntity callback) {
        return of(callback).call(view -> AfterCommit.run(() -> facts.publish(new CallbackChanged(view))));
    }

    private static List<CallbackView> assemble(
            List<CallbackEntity> callbacks, List<AbandonedCallEntity> calls, List<AttemptEntity> attempts) {
        Map<UUID, List<AbandonedCall>> callsOf = calls.stream()
                .collect(Collectors.groupingBy(
                        call -> call.callbackId, Collectors.mapping(AbandonedCallEntity::toView, Collectors.toList())));
        Map<UUID, List<Attempt>> attemptsOf = attempts.stream()
                .collect(Collectors.groupingBy(
                        attempt -> attempt.callbackId, Collectors.mapping(AttemptEntity::toView, Collectors.toList())));
        return callbacks.stream()
                .map(callback -> view(
                        callback,
                        callsOf.getOrDefault(callback.id, List.of()),
                        attemptsOf.getOrDefault(callback.id, List.of())))
                .toList();
    }

    private static CallbackView view(CallbackEntity callback, List<AbandonedCall> calls, List<Attempt> attempts) {
        return new CallbackView(
                callback.id,
                callback.reason,
                callback.number,
                calls.isEmpty() ? null : calls.get(0).callId(),
                calls,
                callback.eventId,
                callback.note,
                callback.createdAt,
                callback.dueAt,
                callback.deadlineAt,
                callback.state,
                claimedBy(callback),
                attempts,
                callback.settledByCallId,
                callback.doneAt,
                callback.version);
    }

    private static @Nullable ClaimedBy claimedBy(CallbackEntity callback) {
        return callback.claimedBy == null || callback.claimedByName == null
                ? null
                : new ClaimedBy(callback.claimedBy, callback.claimedByName);
    }
}
