package org.rescueline.report.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rescueline.report.CallSummary;
import org.rescueline.report.CallsToday;
import org.rescueline.report.internal.CallReports;
import org.rescueline.security.Roles;

/** Today's calls in figures. */
@Path("/api/v1/reports/calls")
@Tag(name = "Reports")
public class CallReportResource {

    private final CallReports reports;

    CallReportResource(CallReports reports) {
        this.reports = reports;
    }

    /** The few figures at the top of every page. */
    @GET
    @Path("/summary")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<CallSummary> summary() {
        return reports.summary();
    }

    /** Everything: by number, by half hour, and what each operator does now. */
    @GET
    @Path("/today")
    @RolesAllowed({Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<CallsToday> today() {
        return reports.today();
    }
}
