package org.rescueline.demo.hotline;

import java.time.Duration;
import java.util.Random;

/** How the simulated telephone at the other end of an outbound call behaves. */
record FarEnd(Habit habit, Duration after) {

    enum Habit {
        ANSWERS,
        RINGS_OUT,
        BUSY,
        UNREACHABLE
    }

    private static final int ANSWERS_IN_TIME_PERCENT = 74;
    private static final int ANSWERS_LATE_PERCENT = 86;
    private static final int RINGS_OUT_PERCENT = 94;
    private static final int BUSY_PERCENT = 97;

    /** Most phones are answered in time, some late, some ring out, a few are busy or cannot be reached. */
    static FarEnd draw(Random random) {
        int dice = random.nextInt(100);
        if (dice < ANSWERS_IN_TIME_PERCENT) {
            return new FarEnd(Habit.ANSWERS, Duration.ofMillis(3_000 + random.nextInt(9_000)));
        }
        if (dice < ANSWERS_LATE_PERCENT) {
            return new FarEnd(Habit.ANSWERS, Duration.ofMillis(16_000 + random.nextInt(8_000)));
        }
        if (dice < RINGS_OUT_PERCENT) {
            return new FarEnd(Habit.RINGS_OUT, Duration.ZERO);
        }
        if (dice < BUSY_PERCENT) {
            return new FarEnd(Habit.BUSY, Duration.ofMillis(800));
        }
        return new FarEnd(Habit.UNREACHABLE, Duration.ofMillis(1_500));
    }
}
