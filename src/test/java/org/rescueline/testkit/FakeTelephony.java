package org.rescueline.testkit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.CallFilter;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.CallsOfNumber;
import org.rescueline.telephony.DialAttempt;
import org.rescueline.telephony.DialOrder;
import org.rescueline.telephony.DialTrace;
import org.rescueline.telephony.PbxAddress;
import org.rescueline.telephony.RosterMember;
import org.rescueline.telephony.TelephonyService;
import org.rescueline.telephony.TelephonyState;

/**
 * A telephone room without a switch: takes orders and remembers them, and knows of an attempt what the test tells it.
 * Choose it with {@link FakeNeighbours}.
 */
@Alternative
@ApplicationScoped
public class FakeTelephony implements TelephonyService {

    private final List<DialOrder> orders = new CopyOnWriteArrayList<>();
    private final Map<UUID, DialTrace> traces = new ConcurrentHashMap<>();
    private final Map<UUID, CallView> calls = new ConcurrentHashMap<>();
    private volatile List<RosterMember> roster = List.of();
    private volatile int waiting;
    private volatile Function<DialOrder, Uni<DialAttempt>> takesOrders = FakeTelephony::accept;

    /** Forgets everything and takes every order again. */
    public void reset() {
        orders.clear();
        traces.clear();
        calls.clear();
        waiting = 0;
        roster = List.of();
        takesOrders = FakeTelephony::accept;
    }

    /** Every order that was handed over, in the order of arrival. */
    public List<DialOrder> orders() {
        return List.copyOf(orders);
    }

    /** The orders of one attempt. */
    public List<DialOrder> ordersOf(UUID attemptId) {
        return orders.stream()
                .filter(order -> order.attemptId().equals(attemptId))
                .toList();
    }

    /** The orders for one number. */
    public List<DialOrder> ordersFor(PhoneNumber number) {
        return orders.stream().filter(order -> order.number().equals(number)).toList();
    }

    /** What happens to the next orders. */
    public void whenOrdered(Function<DialOrder, Uni<DialAttempt>> behaviour) {
        takesOrders = behaviour;
    }

    /** What the switch would say of an attempt. */
    public void know(DialTrace trace) {
        traces.put(trace.attemptId(), trace);
    }

    /** Puts a call into the ledger. */
    public void know(CallView call) {
        calls.put(call.id(), call);
    }

    /** How many callers wait. */
    public void letWait(int callers) {
        waiting = callers;
    }

    @Override
    public Uni<CallView> getCall(UUID callId) {
        var call = calls.get(callId);
        return call == null
                ? Uni.createFrom().failure(Failure.notFound("call", callId))
                : Uni.createFrom().item(call);
    }

    @Override
    public Uni<Page<CallView>> listCalls(CallFilter filter, PageRequest page) {
        var found = calls.values().stream()
                .filter(call -> filter.number() == null || contains(call.callerNumber(), filter.number()))
                .sorted(Comparator.comparing(CallView::offeredAt))
                .toList();
        var items = found.stream().skip(page.offset()).limit(page.size()).toList();
        return Uni.createFrom().item(Page.of(items, found.size(), page));
    }

    @Override
    public Uni<CallsOfNumber> countCalls(PhoneNumber number) {
        var offered = calls.values().stream()
                .filter(call -> number.e164().equals(call.callerNumber()))
                .map(CallView::offeredAt)
                .toList();
        return Uni.createFrom()
                .item(new CallsOfNumber(
                        offered.size(),
                        offered.stream().min(Comparator.naturalOrder()).orElse(null)));
    }

    @Override
    public Uni<List<CallView>> listLive() {
        return Uni.createFrom()
                .item(calls.values().stream()
                        .filter(call -> !call.state().isOver())
                        .toList());
    }

    @Override
    public Uni<DialAttempt> dial(DialOrder order) {
        return Uni.createFrom().deferred(() -> {
            orders.add(order);
            traces.putIfAbsent(order.attemptId(), DialTrace.of(order.attemptId(), DialTrace.Kind.IN_PROGRESS));
            return takesOrders.apply(order);
        });
    }

    @Override
    public Uni<DialTrace> findDial(UUID attemptId) {
        return Uni.createFrom()
                .item(traces.getOrDefault(attemptId, DialTrace.of(attemptId, DialTrace.Kind.NEVER_DIALLED)));
    }

    /** Who sits in the queue. */
    public void seat(RosterMember... members) {
        roster = List.of(members);
    }

    @Override
    public Uni<List<RosterMember>> listRoster() {
        return Uni.createFrom().item(roster);
    }

    @Override
    public Uni<Void> answer(UUID callId, String extension) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> hangup(UUID callId) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public TelephonyState state() {
        return new TelephonyState(TelephonyState.Mode.ASTERISK, "fake", true, Instant.EPOCH, 0L, waiting, List.of());
    }

    @Override
    public void attach(PbxAddress address) {
        Objects.requireNonNull(address);
    }

    @Override
    public int waitingCalls() {
        return waiting;
    }

    private static Uni<DialAttempt> accept(DialOrder order) {
        return Uni.createFrom().item(new DialAttempt(order.attemptId(), order.purpose(), Instant.now(), true, null));
    }

    private static boolean contains(@Nullable String number, String part) {
        return number != null && number.contains(part);
    }
}
