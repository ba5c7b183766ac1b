package org.rescueline.telephony.internal.ami;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Facts;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.telephony.PbxAddress;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.TelephonyState;
import org.rescueline.telephony.TelephonyViewChanged;
import org.rescueline.telephony.internal.cel.RebuildFlow;
import org.rescueline.telephony.internal.control.StepStore;
import org.rescueline.telephony.internal.dial.DialStore;
import org.rescueline.telephony.internal.fold.LegReport;
import org.rescueline.telephony.internal.ledger.AttachedSwitches;
import org.rescueline.telephony.internal.ledger.CallKey;
import org.rescueline.telephony.internal.ledger.CallStore;
import org.rescueline.telephony.internal.ledger.Gap;
import org.rescueline.telephony.internal.ledger.LedgerFeed;
import org.rescueline.telephony.internal.ledger.LiveCalls;

/** Holds the switches that are attached now, and passes on what their links tell. */
@ApplicationScoped
public class Switchboard implements LinkListener {

    private static final Logger LOG = Logger.getLogger(Switchboard.class);

    /** A rebuild after a long absence folds many calls; past this it goes on, and the next one finds the rest. */
    private static final Duration REBUILD_DEADLINE = Duration.ofMinutes(10);

    private static final Duration SETTLE_DEADLINE = Duration.ofSeconds(10);

    /** Past it the link listens: better twice than not at all. */
    private static final Duration LEASE_DEADLINE = Duration.ofSeconds(3);

    private final TelephonyConfig config;
    private final LedgerFeed feed;
    private final RebuildFlow rebuild;
    private final DialStore attempts;
    private final StepStore steps;
    private final LiveCalls live;
    private final CallStore calls;
    private final AttachedSwitches attachedSwitches;
    private final SwitchLeases leases;
    private final Gap gap;
    private final Facts facts;
    private final ReactiveBridge bridge;
    private final Clock clock;
    private volatile List<AmiLink> links = List.of();

    Switchboard(
            TelephonyConfig config,
            LedgerFeed feed,
            RebuildFlow rebuild,
            DialStore attempts,
            StepStore steps,
            LiveCalls live,
            CallStore calls,
            AttachedSwitches attachedSwitches,
            SwitchLeases leases,
            Gap gap,
            Facts facts,
            ReactiveBridge bridge,
            Clock clock,
            MeterRegistry meters) {
        this.config = config;
        this.feed = feed;
        this.rebuild = rebuild;
        this.attempts = attempts;
        this.steps = steps;
        this.live = live;
        this.calls = calls;
        this.attachedSwitches = attachedSwitches;
        this.leases = leases;
        this.gap = gap;
        this.facts = facts;
        this.bridge = bridge;
        this.clock = clock;
        Gauge.builder(
                        "rescueline.telephony.connected",
                        this,
                        board -> board.state().connected() ? 1 : 0)
                .description("1 while every attached switch is connected")
                .register(meters);
        Gauge.builder("rescueline.telephony.view.age.seconds", this, Switchboard::viewAgeSeconds)
                .description("Seconds since the switch that is silent longest said anything")
                .register(meters);
        Gauge.builder("rescueline.telephony.calls.waiting", live, LiveCalls::waiting)
                .description("Callers who wait for a person")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        if (!config.enabled()) {
            return;
        }
        var secret = config.ami().secret();
        if (secret.isEmpty()) {
            LOG.info("No switch is attached: rescueline.telephony.ami.secret is not set");
            return;
        }
        var ami = config.ami();
        attach(new PbxAddress(config.pbx(), ami.host(), ami.port(), ami.username(), secret.get(), false));
        config.switches()
                .forEach((name, further) -> attachBeside(new PbxAddress(
                        name, further.host(), further.port(), further.username(), further.secret(), false)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        links.forEach(AmiLink::close);
    }

    /** Attaches a switch in place of all that are attached. It is the first from now on: what names no switch means it. */
    public synchronized void attach(PbxAddress address) {
        links.forEach(AmiLink::close);
        links = List.of();
        attachBeside(address);
    }

    /** Attaches a switch beside those that are attached, or in place of the one of the same name. */
    public synchronized void attachBeside(PbxAddress address) {
        var link = new AmiLink(address, LinkSettings.of(config.ami()), this, clock);
        var all = new ArrayList<AmiLink>();
        for (var present : links) {
            if (present.pbx().name().equals(address.name())) {
                present.close();
            } else {
                all.add(present);
            }
        }
        all.add(link);
        links = List.copyOf(all);
        live.keepOnly(names());
        attachedSwitches.set(names());
        start(link);
    }

    /** A simulator is this process's own; of any other switch the lease says whether to listen. */
    private void start(AmiLink link) {
        if (link.pbx().simulated()) {
            link.start(true);
            return;
        }
        CompletionStage<SwitchLeases.Answer> unused = bridge.run(
                        "telephony-lease",
                        LEASE_DEADLINE,
                        () -> leases.ask(link.pbx().name()))
                .whenComplete((answer, failure) -> link.start(answer != SwitchLeases.Answer.THEIRS));
    }

    /** The links to switches of which a lease says who listens. */
    List<AmiLink> leased() {
        return links.stream().filter(link -> !link.pbx().simulated()).toList();
    }

    /** The link to the first switch; fails when none is attached. */
    AmiLink link() throws IOException {
        return links.stream().findFirst().orElseThrow(() -> new IOException("no switch is attached"));
    }

    /** The link to a switch; fails when it is not attached. */
    AmiLink link(String pbx) throws IOException {
        return find(pbx).orElseThrow(() -> new IOException("the switch " + pbx + " is not attached"));
    }

    /** The first switch's address; null before one is attached. */
    public @Nullable PbxAddress pbx() {
        return links.stream().map(AmiLink::pbx).findFirst().orElse(null);
    }

    /** The names of the attached switches, the first one first. */
    List<String> names() {
        return links.stream().map(link -> link.pbx().name()).toList();
    }

    /** The names of the switches whose news this node writes into the ledger. */
    public List<String> listened() {
        return links.stream()
                .filter(AmiLink::isListening)
                .map(link -> link.pbx().name())
                .toList();
    }

    /** The names of the switches that are connected now, the first one first. */
    public List<String> connected() {
        return links.stream()
                .filter(AmiLink::isConnected)
                .map(link -> link.pbx().name())
                .toList();
    }

    /** Whether a switch is attached and connected. */
    public boolean isConnected(String pbx) {
        return find(pbx).filter(AmiLink::isConnected).isPresent();
    }

    /** How fresh the view is. */
    public TelephonyState state() {
        return TellsState.tell(links, live.waiting(), clock.instant());
    }

    private Optional<AmiLink> find(String pbx) {
        return links.stream().filter(link -> link.pbx().name().equals(pbx)).findFirst();
    }

    @Override
    public void onReport(PbxAddress pbx, LegReport report) {
        feed.accept(new CallKey(pbx.name(), report.linkedid()), report);
    }

    @Override
    public void onHold(PbxAddress pbx, HoldReport report) {
        CompletionStage<Void> unused = bridge.run("telephony-hold", SETTLE_DEADLINE, () -> steps.noteHold(pbx, report));
    }

    @Override
    public void onOriginateFailed(PbxAddress pbx, UUID attemptId, Instant at) {
        CompletionStage<Void> unused = bridge.run(
                "telephony-originate-failed", SETTLE_DEADLINE, () -> attempts.endWithoutChannel(attemptId, at));
    }

    @Override
    public void onConnected(PbxAddress pbx, SwitchSnapshot snapshot) {
        facts.publish(new TelephonyViewChanged(state()));
        CompletionStage<Void> unused = bridge.run("telephony-rebuild", REBUILD_DEADLINE, () -> rebuild.mendAfterConnect(
                                pbx.name(), snapshot.legs(), snapshot.takenAt())
                        .chain(() -> live.follow(calls, List.of(pbx.name()))))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        find(pbx.name()).ifPresent(AmiLink::tellAgain);
                    }
                });
    }

    @Override
    public void onStandingBy(PbxAddress pbx) {
        gap.open(pbx.name(), clock.instant(), "another node listens");
        facts.publish(new TelephonyViewChanged(state()));
    }

    @Override
    public void onLost(PbxAddress pbx, String reason) {
        gap.open(pbx.name(), clock.instant(), "the connection was lost");
        facts.publish(new TelephonyViewChanged(state()));
    }

    private double viewAgeSeconds() {
        var age = state().viewAgeMillis();
        return age == null ? Double.NaN : age / 1000.0;
    }
}
