package org.rescueline.vehicle.internal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.rescueline.shared.AfterCommit;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.vehicle.gps.intake.TerminalDirectory;

/** Sees to it that the gateway knows at once which vehicle a terminal was fitted to; other nodes learn it in seconds. */
@Singleton
class TerminalNews {
    private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(10);

    private final TerminalDirectory directory;
    private final ReactiveBridge bridge;

    TerminalNews(TerminalDirectory directory, ReactiveBridge bridge) {
        this.directory = directory;
        this.bridge = bridge;
    }

    /** After the transaction that is open here. A failure is logged by the bridge and mended by the next refresh. */
    Uni<Void> readAfterCommit() {
        return AfterCommit.run(() -> bridge.run("terminal-refresh", REFRESH_TIMEOUT, directory::refresh)
                .exceptionally(failure -> null));
    }

    /** Outside a transaction: done when it is known. */
    Uni<Void> readNow() {
        return directory.refresh();
    }
}
