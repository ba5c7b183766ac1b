package org.rescueline.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import org.rescueline.shared.Limit;

/** What an operator of the system may set about the figures. */
@ConfigMapping(prefix = "rescueline.report")
public interface ReportConfig {

    /** The zone in which a day begins at midnight. */
    @WithDefault("${rescueline.console.zone:Asia/Shanghai}")
    ZoneId zone();

    /** Callers who give up within this time dialled wrong or changed their mind; the service level leaves them out. */
    @WithDefault("5s")
    Duration shortAbandon();

    /** Percent that should be answered within 15 s (NENA-STA-020.1-2020 asks for 90). */
    @WithDefault("90")
    @Limit(min = 0, max = 100)
    double targetPercentWithin15();

    /** Percent that should be answered within 20 s (NENA-STA-020.1-2020 asks for 95). */
    @WithDefault("95")
    @Limit(min = 0, max = 100)
    double targetPercentWithin20();

    /** How long one reading of the figures serves every page that asks. */
    @WithDefault("2s")
    Duration cache();
}
