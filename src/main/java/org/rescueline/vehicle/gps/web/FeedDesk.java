package org.rescueline.vehicle.gps.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rescueline.security.CurrentUser;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FieldProblem;
import org.rescueline.shared.Messages;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.intake.PositionDesk;
import org.rescueline.vehicle.gps.intake.PositionFlow;
import org.rescueline.vehicle.gps.intake.Reception;
import org.rescueline.vehicle.gps.intake.TerminalDirectory;
import org.rescueline.vehicle.gps.intake.TrackedTerminal;
import org.rescueline.vehicle.gps.web.FeedAnswer.PassedOver;
import org.rescueline.vehicle.gps.web.FeedAnswer.Refused;

/**
 * Takes the positions of one request, in their order, on the path that every position goes. A bad one is refused by its
 * index and the others are taken; only when the queue is full the whole request is to be sent again, which harms nothing,
 * since what was taken is then a duplicate.
 */
@Singleton
class FeedDesk {
    private static final int MOST_ITEMS = 5_000;
    private static final int UNAVAILABLE = 503;

    private final TerminalDirectory directory;
    private final PositionDesk positions;
    private final FeedLimits limits;
    private final CurrentUser currentUser;
    private final ReactiveBridge bridge;
    private final GpsConfig config;
    private final Clock clock;
    private final Counter refusedItems;

    FeedDesk(
            TerminalDirectory directory,
            PositionFlow positions,
            FeedLimits limits,
            CurrentUser currentUser,
            ReactiveBridge bridge,
            GpsConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.limits = limits;
        this.currentUser = currentUser;
        this.directory = directory;
        this.positions = positions;
        this.bridge = bridge;
        this.config = config;
        this.clock = clock;
        this.refusedItems = meters.counter("rescueline.feed.items.refused");
    }

    /**
     * Takes one position or a list of them.
     *
     * @return fails with INVALID when none could be read, with UPSTREAM when not all could be queued and stored
     */
    Uni<FeedAnswer> take(FeedFormat format, JsonNode body, Locale language) {
        return takeAll(format, items(body), language);
    }

    /** Takes the lines of a stream or file, as many as there are; otherwise like {@link #take}. */
    Uni<FeedAnswer> takeLines(JsonNode lines, Locale language) {
        List<JsonNode> items = new ArrayList<>(lines.size());
        lines.forEach(items::add);
        return takeAll(FeedFormat.OWN, items, language);
    }

    private Uni<FeedAnswer> takeAll(FeedFormat format, List<JsonNode> items, Locale language) {
        limits.take(currentUser.userId(), items.size());
        Collector collector = new Collector(language);
        return Multi.createFrom()
                .iterable(IntStream.range(0, items.size()).boxed().toList())
                .onItem()
                .transformToUniAndConcatenate(index -> take(format, items, index, collector))
                .collect()
                .asList()
                .map(done -> collector.answer(items.size()))
                .call(answer -> kept(collector.awaited));
    }

    /** What a feed is told to be taken is stored: it does not send it again. */
    private Uni<Void> kept(int reports) {
        return reports == 0
                ? Uni.createFrom().voidItem()
                : bridge.uni("feed-stored", config.feedStoreTimeout(), () -> Uni.createFrom()
                                .completionStage(() -> positions.whenStored(reports)))
                        .onFailure()
                        .transform(failure -> Failure.upstream("vehicle.batch-not-kept", Map.of(), failure)
                                .withStatus(UNAVAILABLE));
    }

    private Uni<Void> take(FeedFormat format, List<JsonNode> items, int index, Collector collector) {
        FeedItem item;
        try {
            item = format.read(items.get(index));
        } catch (Failure e) {
            refusedItems.increment();
            collector.refuse(index, e);
            return Uni.createFrom().voidItem();
        }
        return directory
                .findOrKeep(item.terminal(), TerminalProtocol.HTTP)
                .chain(terminal -> take(item, terminal, index, collector));
    }

    private Uni<Void> take(FeedItem item, Optional<TrackedTerminal> terminal, int index, Collector collector) {
        if (terminal.isEmpty()) {
            refusedItems.increment();
            collector.refuse(index, Failure.invalid("terminal", "vehicle.terminal-unknown"));
            return Uni.createFrom().voidItem();
        }
        Reception reception = positions.take(terminal.get(), item.toFix(clock.instant()));
        collector.add(index, reception);
        return stored(reception);
    }

    /** An SOS is stored elsewhere; the next item goes on where the request is. Most have none, and need no way home. */
    private Uni<Void> stored(Reception reception) {
        return reception.bringsSos()
                ? bridge.uni("feed-sos", config.sosStoreTimeout(), () -> Uni.createFrom()
                        .completionStage(reception::sosStored))
                : Uni.createFrom().voidItem();
    }

    private static List<JsonNode> items(JsonNode body) {
        if (!body.isArray()) {
            return List.of(body);
        }
        if (body.size() > MOST_ITEMS) {
            throw Failure.invalid(List.of(), "vehicle.too-many", Map.of("max", MOST_ITEMS));
        }
        List<JsonNode> items = new ArrayList<>(body.size());
        body.forEach(items::add);
        return items;
    }

    /** What became of the items so far. */
    private static final class Collector {
        private final Locale language;
        private final List<PassedOver> passedOver = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private final List<FieldProblem> problems = new ArrayList<>();
        private int taken;
        private int awaited;
        private int notQueued;

        private Collector(Locale language) {
            this.language = language;
        }

        private void refuse(int index, Failure failure) {
            FieldProblem problem = failure.fields().get(0);
            String message = Messages.text(problem.code(), problem.arguments(), language);
            refused.add(new Refused(index, problem.field(), problem.code(), message));
            problems.add(new FieldProblem("[" + index + "]." + problem.field(), problem.code(), problem.arguments()));
        }

        private void add(int index, Reception reception) {
            awaited += reception.awaitsStore() ? 1 : 0;
            switch (reception.kind()) {
                case TAKEN, SET_ASIDE -> taken++;
                case NOT_QUEUED -> notQueued++;
                case DROPPED ->
                    passedOver.add(new PassedOver(
                            index, Objects.requireNonNull(reception.reason()).label()));
            }
        }

        private FeedAnswer answer(int items) {
            if (notQueued > 0) {
                throw Failure.upstream("vehicle.positions-not-queued", Map.of("count", notQueued), null)
                        .withStatus(UNAVAILABLE);
            }
            if (!refused.isEmpty() && refused.size() == items) {
                throw Failure.invalid(problems);
            }
            return new FeedAnswer(taken, passedOver, refused);
        }
    }
}
