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
import org.rescueline.telephony.internal.ledger.CallKey;
import org.rescueline.telephony.internal.ledger.Gap;
import org.rescueline.telephony.internal.ledger.LedgerFeed;
import org.rescueline.telephony.internal.ledger.LiveCalls;

/** Holds the switch that is attached now, and passes on what its link tells. */
@ApplicationScoped
public class Switchboard implements LinkListener {

    private static final Logger LOG = Logger.getLogger(Switchboard.class);

    /** A rebuild after a long absence folds many calls; past this it goes on, and the next one finds the rest. */
    private static final Duration REBUILD_DEADLINE = Duration.ofMinutes(10);

    private static final Duration SETTLE_DEADLINE = Duration.ofSeconds(10);

    private final TelephonyConfig config;
    private final LedgerFeed feed;
    private final RebuildFlow rebuild;
    private final DialStore attempts;
    private final StepStore steps;
    private final LiveCalls live;
    private final Gap gap;
    private final Facts facts;
    private final ReactiveBridge bridge;
    private final Clock clock;
    private volatile @Nullable AmiLink link;

    Switchboard(
            TelephonyConfig config,
            LedgerFeed feed,
            RebuildFlow rebuild,
            DialStore attempts,
            StepStore steps,
            LiveCalls live,
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
        this.gap = gap;
        this.facts = facts;
        this.bridge = bridge;
        this.clock = clock;
        Gauge.builder("rescueline.telephony.connected", this, board -> board.isConnected() ? 1 : 0)
                .description("1 while the switch is connected")
                .register(meters);
        Gauge.builder("rescueline.telephony.view.age.seconds", this, Switchboard::viewAgeSeconds)
                .description("Seconds since the switch last said anything")
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
    }

    void stop(@Observes ShutdownEvent stopping) {
        close(link);
    }

    /** Attaches a switch in place of the present one. */
    public synchronized void attach(PbxAddress address) {
        close(link);
        live.keepOnly(address.name());
        var attached = new AmiLink(address, LinkSettings.of(config.ami()), this, clock);
        link = attached;
        attached.start();
    }

    /** The link to the attached switch; fails when none is attached. */
    AmiLink link() throws IOException {
        var attached = link;
        if (attached == null) {
            throw new IOException("no switch is attached");
        }
        return attached;
    }

    /** The attached switch's address; null before one is attached. */
    public @Nullable PbxAddress pbx() {
        var attached = link;
        return attached == null ? null : attached.pbx();
    }

    /** Whether the attached switch is connected. */
    public boolean isConnected() {
        var attached = link;
        return attached != null && attached.isConnected();
    }

    /** How fresh the view is. */
    public TelephonyState state() {
        var attached = link;
        if (attached == null) {
            return new TelephonyState(TelephonyState.Mode.DOWN, null, false, null, null, live.waiting());
        }
        boolean connected = attached.isConnected();
        var heardAt = attached.heardAt();
        return new TelephonyState(
                mode(attached, connected),
                attached.pbx().name(),
                connected,
                heardAt,
                heardAt == null
                        ? null
                        : Duration.between(heardAt, clock.instant()).toMillis(),
                live.waiting());
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
        CompletionStage<Void> unused = bridge.run(
                "telephony-rebuild",
                REBUILD_DEADLINE,
                () -> rebuild.mendAfterConnect(pbx.name(), snapshot.legs(), snapshot.takenAt()));
    }

    @Override
    public void onLost(PbxAddress pbx, String reason) {
        gap.open(clock.instant(), "the connection to " + pbx.name() + " was lost");
        facts.publish(new TelephonyViewChanged(state()));
    }

    private static TelephonyState.Mode mode(AmiLink attached, boolean connected) {
        if (!connected) {
            return TelephonyState.Mode.DOWN;
        }
        return attached.pbx().simulated() ? TelephonyState.Mode.SIMULATOR : TelephonyState.Mode.ASTERISK;
    }

    private double viewAgeSeconds() {
        var age = state().viewAgeMillis();
        return age == null ? Double.NaN : age / 1000.0;
    }

    private static void close(@Nullable AmiLink attached) {
        if (attached != null) {
            attached.close();
        }
    }
}
