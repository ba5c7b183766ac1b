package org.rescueline.vehicle.internal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
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
import org.rescueline.vehicle.FittingView;
import org.rescueline.vehicle.ImportProgress;
import org.rescueline.vehicle.ImportReport;
import org.rescueline.vehicle.RegisterService;
import org.rescueline.vehicle.TerminalGap;
import org.rescueline.vehicle.TerminalGapRow;
import org.rescueline.vehicle.VehicleFilter;
import org.rescueline.vehicle.VehicleService;
import org.rescueline.vehicle.VehicleView;

/** The front door to the keeping of the register: hands on to those who know how. */
@Singleton
class Register implements RegisterService {
    private final TerminalGaps gaps;
    private final VehicleFiles files;
    private final ExportsVehicles exports;
    private final VehicleService vehicles;

    Register(TerminalGaps gaps, VehicleFiles files, ExportsVehicles exports, VehicleService vehicles) {
        this.gaps = gaps;
        this.files = files;
        this.exports = exports;
        this.vehicles = vehicles;
    }

    @Override
    public Uni<Map<TerminalGap, Long>> countGaps() {
        return gaps.count();
    }

    @Override
    public Uni<Page<TerminalGapRow>> listGaps(TerminalGap gap, PageRequest page) {
        return gaps.list(gap, page);
    }

    @Override
    public Uni<List<FittingView>> listFittings(UUID vehicleId) {
        return vehicles.getVehicle(vehicleId).chain(vehicle -> gaps.fittingsOf(vehicleId));
    }

    @Override
    public Uni<List<FittingView>> listFittings(String terminalPhone) {
        return gaps.fittingsOf(terminalPhone);
    }

    @Override
    public Uni<ImportReport> checkImport(
            String fileName, TableFormat format, byte[] content, UUID progressId, Actor actor) {
        return files.check(fileName, format, content, progressId, actor);
    }

    @Override
    public Uni<ImportReport> takeImport(UUID id, boolean goodOnly, Actor actor) {
        return files.take(id, goodOnly, actor);
    }

    @Override
    public Optional<ImportProgress> findImportProgress(UUID id) {
        return files.progress(id);
    }

    @Override
    public Uni<List<VehicleView>> export(VehicleFilter filter, Actor actor) {
        return exports.list(filter, actor);
    }

    @Override
    public Table table(List<VehicleView> vehicles, Locale headings) {
        return ExportsVehicles.table(vehicles, headings);
    }
}
