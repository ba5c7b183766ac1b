package org.rescueline.rescue;

import org.rescueline.station.Ranking;

/** A ranking was shown to somebody who may choose from it. */
public record RankingShown(RescueJobView job, Ranking ranking) implements RescueFact {}
