package org.rescueline.station.internal;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.SortKey;
import org.rescueline.station.DutyPhoneView;
import org.rescueline.station.StationFilter;

/** Searches the register in memory: some thousand stations are looked through faster than a query travels. */
final class FindsStations {

    private static final Comparator<StationRecord> BY_CODE = comparing(StationRecord::code);

    private static final Map<String, Comparator<StationRecord>> ORDERS = Map.of(
            "code", BY_CODE,
            "name", comparing(StationRecord::name),
            "office", comparing(station -> station.office().code()),
            "status", comparing(StationRecord::status),
            "starGrade", comparing(StationRecord::starGrade, nullsFirst(naturalOrder())));

    private FindsStations() {}

    static List<StationRecord> byCode(Collection<StationRecord> stations) {
        return stations.stream().sorted(BY_CODE).toList();
    }

    static Page<StationRecord> in(Collection<StationRecord> stations, StationFilter filter, PageRequest page) {
        var order = order(page.sort());
        var found = stations.stream()
                .filter(station -> fits(station, filter))
                .sorted(order)
                .toList();
        var items = found.stream().skip(page.offset()).limit(page.size()).toList();
        return Page.of(items, found.size(), page);
    }

    private static boolean fits(StationRecord station, StationFilter filter) {
        return (filter.status() == null || station.status() == filter.status())
                && (filter.office() == null
                        || filter.office().equals(station.office().code())
                        || filter.office().equals(station.office().name()))
                && (filter.gap() == null || station.gaps().contains(filter.gap()))
                && (filter.words() == null || isSaidBy(station, filter.words()));
    }

    private static boolean isSaidBy(StationRecord station, String words) {
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        var texts = Stream.of(station.code(), station.name(), station.address(), station.headName());
        var numbers = station.dutyPhones().stream().map(DutyPhoneView::number);
        return Stream.concat(texts, numbers).filter(Objects::nonNull).anyMatch(text -> text.toLowerCase(Locale.ROOT)
                .contains(wanted));
    }

    private static Comparator<StationRecord> order(List<SortKey> keys) {
        return keys.stream()
                .map(FindsStations::comparator)
                .reduce(Comparator::thenComparing)
                .map(order -> order.thenComparing(BY_CODE))
                .orElse(BY_CODE);
    }

    private static Comparator<StationRecord> comparator(SortKey key) {
        var order = ORDERS.get(key.field());
        if (order == null) {
            throw Failure.invalid("sort", "shared.sort-unknown", Map.of("field", key.field()));
        }
        return key.descending() ? order.reversed() : order;
    }
}
