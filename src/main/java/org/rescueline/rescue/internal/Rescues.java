package org.rescueline.rescue.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.rescue.Advance;
import org.rescueline.rescue.Assign;
import org.rescueline.rescue.BlockedReason;
import org.rescueline.rescue.PromiseRule;
import org.rescueline.rescue.PromiseTable;
import org.rescueline.rescue.RescueFilter;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueService;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.Versions;
import org.rescueline.station.Capability;
import org.rescueline.station.Ranking;

/** The front door; what happens behind it is in the flows. */
@Singleton
class Rescues implements RescueService {

    private final RequestFlow requests;
    private final RankFlow rankings;
    private final AssignFlow assignments;
    private final AdvanceFlow steps;
    private final Remarks remarks;
    private final ListsJobs lists;
    private final JobStore jobs;
    private final JobViews views;
    private final PromiseStore promises;
    private final Clock clock;

    Rescues(
            RequestFlow requests,
            RankFlow rankings,
            AssignFlow assignments,
            AdvanceFlow steps,
            Remarks remarks,
            ListsJobs lists,
            JobStore jobs,
            JobViews views,
            PromiseStore promises,
            Clock clock) {
        this.requests = requests;
        this.rankings = rankings;
        this.assignments = assignments;
        this.steps = steps;
        this.remarks = remarks;
        this.lists = lists;
        this.jobs = jobs;
        this.views = views;
        this.promises = promises;
        this.clock = clock;
    }

    @Override
    public Uni<RescueJobView> requestRescue(UUID eventId, Actor actor) {
        return requests.request(eventId, actor);
    }

    @Override
    public Uni<RescueJobView> getJob(UUID jobId) {
        return Panache.withSession(() -> jobs.get(jobId).chain(views::of));
    }

    @Override
    public Uni<Page<RescueJobView>> listJobs(RescueFilter filter, PageRequest page) {
        return lists.page(filter, page);
    }

    @Override
    public Uni<List<RescueJobView>> listOpen() {
        return lists.open();
    }

    @Override
    public Uni<Ranking> rank(UUID jobId, @Nullable Set<Capability> need, Actor actor) {
        return rankings.rank(jobId, need, actor);
    }

    @Override
    public Uni<RescueJobView> assign(UUID jobId, Assign choice, Actor actor, long version) {
        return assignments.assign(jobId, choice, actor, version);
    }

    @Override
    public Uni<RescueJobView> advance(UUID jobId, Advance step, Actor actor, long version) {
        return steps.advance(jobId, step, actor, version);
    }

    @Override
    public Uni<RescueJobView> block(UUID jobId, @Nullable BlockedReason reason, @Nullable String note, Actor actor) {
        return remarks.block(jobId, reason, note, actor);
    }

    @Override
    public Uni<RescueJobView> approveLongTrip(UUID jobId, @Nullable String note, Actor actor, long version) {
        return remarks.approveLongTrip(jobId, note, actor, version);
    }

    @Override
    public Uni<PromiseTable> getPromiseTable() {
        return Panache.withSession(promises::table);
    }

    @Override
    public Uni<PromiseTable> replacePromiseTable(List<PromiseRule> rules, Actor actor, long version) {
        ChecksPromiseRules.require(rules);
        return Panache.withTransaction(() -> promises.lockVersion()
                .call(current -> promises.table().invoke(table -> Versions.check(version, current, () -> table)))
                .call(current -> promises.replace(rules, current + 1, actor, clock.instant()))
                .chain(promises::table));
    }
}
