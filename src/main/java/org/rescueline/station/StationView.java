package org.rescueline.station;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.PlaceName;
import org.rescueline.geo.PlaceNames;
import org.rescueline.geo.WgsPoint;
import org.rescueline.security.NumberLens;

/**
 * A service station as others see it.
 *
 * @param code the station network's own number
 * @param office the regional office that supervises it, by name
 * @param starGrade 1 to 5; absent when it has not been graded
 * @param headPhone E.164, a person's number: masked for those who do not dispatch
 * @param latitude degrees, WGS-84
 * @param longitude degrees, WGS-84
 * @param mainModels the models it mainly repairs, as the station network writes them
 * @param partsHint what it keeps in stock, as the station network writes it
 * @param nightOpening can be sent out day and night
 * @param zone the zone its hours are given in
 * @param serviceRadiusKm how far it goes by agreement; absent when nothing was agreed, and then it goes anywhere
 * @param openJobs rescue jobs it has in hand now
 * @param gaps what its record lacks
 */
@JsonIgnoreProperties(value = "placeName", allowGetters = true)
public record StationView(
        UUID id,
        String code,
        String name,
        String office,
        String officeCode,
        StationStatus status,
        @Nullable Integer starGrade,
        @Nullable String headName,
        @Nullable String headPhone,
        List<DutyPhoneView> dutyPhones,
        String address,
        double latitude,
        double longitude,
        Set<Capability> capabilities,
        @Nullable String mainModels,
        @Nullable String partsHint,
        boolean nightOpening,
        @JsonFormat(pattern = "HH:mm") LocalTime opensAt,
        @JsonFormat(pattern = "HH:mm") LocalTime closesAt,
        String zone,
        int rescueVans,
        int technicians,
        @Nullable Integer serviceRadiusKm,
        int openJobs,
        List<DataGap> gaps,
        long version) {

    public StationView {
        dutyPhones = List.copyOf(dutyPhones);
        capabilities = Set.copyOf(capabilities);
        gaps = List.copyOf(gaps);
    }

    /** The county it lies in; null at sea and abroad. */
    @JsonProperty
    public @Nullable PlaceName placeName() {
        return PlaceNames.find(new WgsPoint(latitude, longitude)).orElse(null);
    }

    /** The same with the head's number as the viewer may read it. Duty phones stay: they are there to be dialled. */
    public StationView seenThrough(NumberLens lens) {
        return new StationView(
                id,
                code,
                name,
                office,
                officeCode,
                status,
                starGrade,
                headName,
                lens.showIfAny(headPhone),
                dutyPhones,
                address,
                latitude,
                longitude,
                capabilities,
                mainModels,
                partsHint,
                nightOpening,
                opensAt,
                closesAt,
                zone,
                rescueVans,
                technicians,
                serviceRadiusKm,
                openJobs,
                gaps,
                version);
    }
}
