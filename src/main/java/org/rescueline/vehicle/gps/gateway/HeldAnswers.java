package org.rescueline.vehicle.gps.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.rescueline.vehicle.gps.intake.PositionDesk;
import org.rescueline.vehicle.gps.jt808.Header;

/**
 * The position reports of one connection that are not stored yet. Those that came in one piece of the stream wait
 * together, so that a forwarder's thousand reports cost one question and one write. What cannot be stored is never
 * answered, and its terminal sends it again.
 *
 * <p>On the thread of the line.
 */
final class HeldAnswers {
    private final Line line;
    private final PositionDesk positions;
    private final Consumer<Header> answering;
    private List<Header> piece = new ArrayList<>(1);

    HeldAnswers(Line line, PositionDesk positions, Consumer<Header> answering) {
        this.line = line;
        this.positions = positions;
        this.answering = answering;
    }

    /** Waits with the others of this piece. */
    void hold(Header header) {
        piece.add(header);
    }

    /** The piece is at its end: its answers go out when all of it is stored. */
    void ask() {
        if (piece.isEmpty()) {
            return;
        }
        List<Header> due = piece;
        piece = new ArrayList<>(1);
        positions.whenStored(due.size()).thenAccept(stored -> line.execute(() -> due.forEach(answering)));
    }
}
