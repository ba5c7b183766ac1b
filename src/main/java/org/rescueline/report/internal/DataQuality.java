package org.rescueline.report.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rescueline.report.DataQualityCount;
import org.rescueline.report.DataQualityList;
import org.rescueline.report.DataQualityRow;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.station.DataGap;
import org.rescueline.station.StationFilter;
import org.rescueline.station.StationService;
import org.rescueline.station.StationView;
import org.rescueline.vehicle.RegisterService;
import org.rescueline.vehicle.TerminalGap;
import org.rescueline.vehicle.TerminalGapRow;

/** Gathers the work lists of wrong data from the rooms that keep the data. */
@ApplicationScoped
public class DataQuality {

    private static final StationFilter WITHOUT_DUTY_PHONE = new StationFilter(null, null, null, DataGap.NO_DUTY_PHONE);

    private final RegisterService register;
    private final StationService stations;

    DataQuality(RegisterService register, StationService stations) {
        this.register = register;
        this.stations = stations;
    }

    /** How many stand on each list, in the order of the lists. */
    public Uni<List<DataQualityCount>> counts() {
        return register.countGaps().chain(terminals -> stations.listStations(WITHOUT_DUTY_PHONE, PageRequest.first(1))
                .map(page -> counts(terminals, page.total())));
    }

    /** One list, longest wrong first. */
    public Uni<Page<DataQualityRow>> list(DataQualityList list, PageRequest page) {
        return switch (list) {
            case STATION_WITHOUT_DUTY_PHONE ->
                stations.listStations(WITHOUT_DUTY_PHONE, page).map(found -> found.map(DataQuality::row));
            case TERMINAL_WITHOUT_VEHICLE, VEHICLE_SILENT, CLOCK_WRONG, FIX_FROZEN ->
                register.listGaps(TerminalGap.valueOf(list.name()), page).map(found -> found.map(DataQuality::row));
        };
    }

    private static List<DataQualityCount> counts(Map<TerminalGap, Long> terminals, long stations) {
        var counts = new ArrayList<DataQualityCount>();
        terminals.forEach((gap, count) -> counts.add(new DataQualityCount(DataQualityList.valueOf(gap.name()), count)));
        counts.add(new DataQualityCount(DataQualityList.STATION_WITHOUT_DUTY_PHONE, stations));
        return counts;
    }

    private static DataQualityRow row(TerminalGapRow row) {
        return new DataQualityRow(
                row.vehicleId(),
                null,
                row.terminalPhone(),
                row.plate() == null ? row.vin() : row.plate(),
                row.plateTold(),
                row.since(),
                row.heardAt());
    }

    private static DataQualityRow row(StationView station) {
        return new DataQualityRow(null, station.id(), null, station.name(), station.office(), null, null);
    }
}
