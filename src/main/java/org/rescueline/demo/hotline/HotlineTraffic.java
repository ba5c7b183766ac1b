package org.rescueline.demo.hotline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Who calls the simulated hotline, and how: mostly drivers whose numbers the register knows, some strangers; most wait
 * until they are answered, some lose patience.
 */
final class HotlineTraffic {

    private static final int STRANGER_PERCENT = 15;
    private static final int IMPATIENT_PERCENT = 12;
    private static final int SECOND_HOTLINE_PERCENT = 25;
    private static final int FOR_PERSON_EVERY = 2;

    private final Random random;
    private final List<String> knownNumbers;
    private final List<String> hotlineNumbers;
    private int calls;

    /** @param hotlineNumbers the two hotline numbers, digits only, the busier one first */
    HotlineTraffic(Random random, List<String> knownNumbers, List<String> hotlineNumbers) {
        this.random = random;
        this.knownNumbers = List.copyOf(knownNumbers);
        this.hotlineNumbers = List.copyOf(hotlineNumbers);
    }

    CallPlan next() {
        calls++;
        return new CallPlan(callerNumber(), dialedNumber(), patience(), talk(), calls % FOR_PERSON_EVERY == 1);
    }

    /** Between half and one and a half of the mean, so that the stream has lulls and bunches. */
    Duration pauseBeforeNext(Duration mean) {
        return mean.dividedBy(2).plusMillis(random.nextLong(mean.toMillis() + 1));
    }

    private String callerNumber() {
        if (knownNumbers.isEmpty() || random.nextInt(100) < STRANGER_PERCENT) {
            return "1390000%04d".formatted(random.nextInt(10_000));
        }
        return knownNumbers.get(random.nextInt(knownNumbers.size()));
    }

    private String dialedNumber() {
        return hotlineNumbers.get(random.nextInt(100) < SECOND_HOTLINE_PERCENT ? 1 : 0);
    }

    private Optional<Duration> patience() {
        return random.nextInt(100) < IMPATIENT_PERCENT
                ? Optional.of(Duration.ofSeconds(6 + random.nextInt(30)))
                : Optional.empty();
    }

    private Duration talk() {
        return Duration.ofSeconds(40 + random.nextInt(140));
    }
}
