package org.rescueline.vehicle;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.table.Table;
import org.rescueline.shared.table.TableFormat;

/** Keeps the register right: what is wrong in it, who was in which truck when, files in and out. */
public interface RegisterService {

    /** How many stand on each work list. */
    Uni<Map<TerminalGap, Long>> countGaps();

    /** A work list, longest wrong first. */
    Uni<Page<TerminalGapRow>> listGaps(TerminalGap gap, PageRequest page);

    /** The terminals the vehicle carries and carried, newest first. */
    Uni<List<FittingView>> listFittings(UUID vehicleId);

    /** The vehicles the terminal is and was in, newest first; empty for one never heard of. */
    Uni<List<FittingView>> listFittings(String terminalPhone);

    /**
     * Checks a file of vehicles and keeps it; the register does not change.
     *
     * @param progressId under which {@link #findImportProgress} tells meanwhile how far it is; made by whoever waits
     * @throws org.rescueline.shared.Failure INVALID when it is no such file at all; bad rows are in the report
     */
    Uni<ImportReport> checkImport(String fileName, TableFormat format, byte[] content, UUID progressId, Actor actor);

    /**
     * Checks a kept file again and takes its rows, all in one transaction.
     *
     * @param goodOnly whether bad rows are left out; otherwise one bad row refuses the file with CONFLICT
     *     {@code vehicle.import-bad-rows}. A file is taken once, then CONFLICT {@code vehicle.import-taken}
     */
    Uni<ImportReport> takeImport(UUID id, boolean goodOnly, Actor actor);

    /** How far {@link #checkImport} or {@link #takeImport} is; absent when this node is not at it. */
    Optional<ImportProgress> findImportProgress(UUID id);

    /** The vehicles to export, at most {@code TableFile.MOST_ROWS}; noted with who took them. */
    Uni<List<VehicleView>> export(VehicleFilter filter, Actor actor);

    /**
     * Vehicles as a table that {@link #checkImport} understands; a number is written as the view shows it.
     *
     * @param headings in this language, Chinese or English
     */
    Table table(List<VehicleView> vehicles, Locale headings);
}
