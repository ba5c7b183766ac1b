package org.rescueline.vehicle.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.shared.SortFields;
import org.rescueline.vehicle.VehicleFilter;
import org.rescueline.vehicle.gps.jt808.TerminalPhone;

/**
 * Finds vehicles by what people say: a plate or its beginning or end, a VIN or its end, a telephone number or its end, a
 * terminal phone with or without zeros. Each of these is one index, and none reads the whole table.
 */
@Singleton
class VehicleSearch {
    /** Fewer digits than that fit half of all numbers. */
    private static final int FEWEST_DIGITS = 4;

    private static final SortFields SORT = SortFields.of(
            Map.of("plate", "v.plate_key", "vin", "v.vin", "model", "v.model", "createdAt", "v.created_at"),
            "v.plate_key, v.id");

    private static final String BY_WORD = """
            select id from vehicle where plate_key like :word || '%'
            union select id from vehicle where reverse(plate_key) like reverse(:word) || '%'
            union select id from vehicle where reverse(vin) like reverse(:word) || '%'""";

    private static final String BY_DIGITS = """
             union select vehicle_id from contact where reverse(number) like reverse(:digits) || '%'
            union select vehicle_id from contact where number = :number
            union select vehicle_id from terminal where reverse(phone) like reverse(:terminal) || '%'""";

    private static final String BY_TERMINAL = " union select vehicle_id from terminal where phone = :terminal";

    /** A page of ids in the order asked for. */
    Uni<Page<UUID>> find(VehicleFilter filter, PageRequest page) {
        Query query = Query.of(filter);
        if (query.isHopeless()) {
            return Uni.createFrom().item(Page.of(List.of(), 0, page));
        }
        String from = " from vehicle v" + query.where();
        return Panache.getSession()
                .chain(session -> query.bind(session.createNativeQuery("select count(*)" + from, Long.class))
                        .getSingleResult()
                        .chain(total -> query.bind(session.createNativeQuery(
                                        "select v.id" + from + " order by " + SORT.orderBy(page.sort()), UUID.class))
                                .setFirstResult(page.offset())
                                .setMaxResults(page.size())
                                .getResultList()
                                .map(ids -> Page.of(ids, total, page))));
    }

    Uni<List<UUID>> findByContact(PhoneNumber number) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select v.id from vehicle v where v.id in"
                                + " (select vehicle_id from contact where number = :number)"
                                + " order by v.created_at, v.id",
                        UUID.class)
                .setParameter("number", number.e164())
                .getResultList());
    }

    Uni<List<UUID>> findByTerminal(String terminalPhone) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select vehicle_id from terminal where phone = :phone and vehicle_id is not null", UUID.class)
                .setParameter("phone", TerminalPhone.canonical(terminalPhone))
                .getResultList());
    }

    /** What was typed, made into conditions. */
    private record Query(boolean isAll, String word, String digits, String number, String terminal) {
        static Query of(VehicleFilter filter) {
            String text = filter.text();
            if (text == null || text.isBlank()) {
                return new Query(true, "", "", "", "");
            }
            String digits = text.replaceAll("[\\s+-]", "");
            boolean isNumber =
                    digits.length() >= FEWEST_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            String number = PhoneNumber.find(text).map(PhoneNumber::e164).orElse("");
            return new Query(false, PlateKey.of(text), isNumber ? digits : "", number, TerminalPhone.canonical(text));
        }

        boolean isHopeless() {
            return !isAll && word.isEmpty();
        }

        String where() {
            return isAll ? "" : " where v.id in (" + BY_WORD + (digits.isEmpty() ? BY_TERMINAL : BY_DIGITS) + ")";
        }

        <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> query) {
            if (isAll) {
                return query;
            }
            query.setParameter("word", word);
            query.setParameter("terminal", digits.isEmpty() ? terminal : TerminalPhone.canonical(digits));
            if (!digits.isEmpty()) {
                query.setParameter("digits", digits).setParameter("number", number);
            }
            return query;
        }
    }
}
