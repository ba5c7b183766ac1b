package org.rescueline.telephony.internal.recording;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.AuditedAct;
import org.rescueline.security.Audits;
import org.rescueline.security.Role;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.RecordedSound;
import org.rescueline.telephony.RecordingService;
import org.rescueline.telephony.RecordingSettings;
import org.rescueline.telephony.RecordingView;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.TelephonyService;
import org.rescueline.telephony.WaveformView;

/** Serves the front door for recordings. */
@ApplicationScoped
class RecordingDesk implements RecordingService {

    private static final int LONGEST_REASON = 500;

    private final RecordingStore store;
    private final TelephonyService telephony;
    private final Listenings listenings;
    private final Audits audits;
    private final RecordingSettings settings;
    private final Vertx vertx;
    private final Clock clock;

    RecordingDesk(
            RecordingStore store,
            TelephonyService telephony,
            Listenings listenings,
            Audits audits,
            TelephonyConfig config,
            Vertx vertx,
            Clock clock) {
        this.store = store;
        this.telephony = telephony;
        this.listenings = listenings;
        this.audits = audits;
        this.settings = config.recordings();
        this.vertx = vertx;
        this.clock = clock;
    }

    @Override
    public Uni<List<RecordingView>> listRecordings(UUID callId, Viewer viewer) {
        return telephony
                .getCall(callId)
                .invoke(call -> requireMayHear(viewer, call.operatorId()))
                .chain(call -> store.listOf(call.id()))
                .map(rows -> rows.stream().map(this::view).toList());
    }

    @Override
    public Uni<WaveformView> getWaveform(UUID id, Viewer viewer) {
        return playable(id, viewer).chain(row -> store.peaks(id)
                .map(peaks -> new WaveformView(row.durationMillis() / 1000.0, channels(peaks, row.channels()))));
    }

    @Override
    public Uni<RecordedSound> listen(UUID id, Viewer viewer) {
        return playable(id, viewer).chain(row -> vertx.executeBlocking(() -> requireFile(row), false)
                .call(() -> note(row, viewer))
                .map(file -> new RecordedSound(file, row.bytes(), row.sha256())));
    }

    @Override
    public Uni<RecordingView> hold(UUID id, String reason, Viewer by) {
        return setHeld(id, true, requireReason(reason), by);
    }

    @Override
    public Uni<RecordingView> release(UUID id, String reason, Viewer by) {
        return setHeld(id, false, requireReason(reason), by);
    }

    /** Noted before it is done: an act that cannot be noted does not happen. */
    private Uni<RecordingView> setHeld(UUID id, boolean held, String reason, Viewer by) {
        var act = held ? AuditedAct.RECORDING_HELD : AuditedAct.RECORDING_RELEASED;
        return playable(id, by)
                .invoke(row -> requireChange(row, held))
                .call(() -> audits.note(by, act, id + ": " + reason))
                .chain(() -> store.setHeld(id, held, reason, by, clock.instant()))
                .invoke(changed -> requireChanged(changed, held))
                .chain(() -> get(id))
                .map(this::view);
    }

    private static void requireChange(RecordingRow row, boolean held) {
        requireChanged(row.held() != held, held);
    }

    private static void requireChanged(boolean changed, boolean held) {
        if (!changed) {
            throw Failure.conflict(held ? "telephony.recording-held" : "telephony.recording-not-held");
        }
    }

    private Uni<RecordingRow> playable(UUID id, Viewer viewer) {
        return get(id).invoke(row -> {
            requireMayHear(viewer, row.operatorId());
            if (row.removedAt() != null) {
                throw Failure.notFound("telephony.recording-removed");
            }
        });
    }

    private Uni<RecordingRow> get(UUID id) {
        return store.find(id).map(found -> found.orElseThrow(() -> Failure.notFound("telephony.recording", id)));
    }

    private void requireMayHear(Viewer viewer, @Nullable UUID operatorId) {
        boolean own = viewer.userId().equals(operatorId) && settings.operatorsHearTheirOwn();
        if (!viewer.has(Role.SUPERVISOR) && !own) {
            throw Failure.denied("telephony.recording-not-yours");
        }
    }

    private static String requireReason(@Nullable String reason) {
        var told = reason == null ? "" : reason.strip();
        if (told.isEmpty() || told.length() > LONGEST_REASON) {
            throw Failure.invalid("reason", "telephony.recording-reason", Map.of("max", LONGEST_REASON));
        }
        return told;
    }

    private Uni<Void> note(RecordingRow row, Viewer viewer) {
        if (listenings.isNoted(viewer.userId(), row.id())) {
            return Uni.createFrom().voidItem();
        }
        var subject = row.callId() == null ? row.id().toString() : row.id() + " of call " + row.callId();
        return audits.note(viewer, AuditedAct.RECORDING_HEARD, subject)
                .invoke(() -> listenings.noted(viewer.userId(), row.id()));
    }

    /** A row never names a file outside the store; one that did, whoever wrote it, is not sent. */
    private Path requireFile(RecordingRow row) {
        var root = settings.store().toAbsolutePath().normalize();
        var file = root.resolve(row.storedAs()).normalize();
        if (!file.startsWith(root) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw Failure.upstream(
                    "telephony.recording-missing", Map.of("id", row.id().toString()), null);
        }
        return file;
    }

    private RecordingView view(RecordingRow row) {
        return new RecordingView(
                row.id(),
                row.callId(),
                row.recordedAt(),
                row.durationMillis() / 1000.0,
                row.channels(),
                row.samplesPerSecond(),
                row.bytes(),
                row.sha256(),
                row.held(),
                row.holdReason(),
                row.heldBy(),
                row.held() ? null : row.recordedAt().plus(settings.retention()),
                row.removedAt());
    }

    private static List<List<Integer>> channels(byte[] peaks, int channels) {
        int each = peaks.length / channels;
        var all = new ArrayList<List<Integer>>();
        for (int channel = 0; channel < channels; channel++) {
            var one = new ArrayList<Integer>(each);
            for (int at = 0; at < each; at++) {
                one.add(peaks[channel * each + at] & 0xff);
            }
            all.add(one);
        }
        return all;
    }
}
