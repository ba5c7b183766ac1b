package org.rescueline.rescue;

import org.jspecify.annotations.Nullable;
import org.rescueline.event.Priority;

/**
 * One row of the table of promises. Absent conditions always hold.
 *
 * @param upToKm the road to the truck measures at most this; a job whose road is unknown fits only rows without it
 * @param area code of the office that supervises the station
 * @param fromHour first hour of the day it holds, 0 to 23; later than {@code toHour} when it runs past midnight
 * @param toHour the hour it ends before, 1 to 24
 * @param minutes from the start of the clock to the promised moment
 */
public record PromiseRule(
        PromiseKind kind,
        @Nullable Integer upToKm,
        @Nullable String area,
        @Nullable Integer fromHour,
        @Nullable Integer toHour,
        @Nullable Priority priority,
        int minutes) {}
