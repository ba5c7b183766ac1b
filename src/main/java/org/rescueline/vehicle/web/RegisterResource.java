package org.rescueline.vehicle.web;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.PhoneMask;
import org.rescueline.security.Roles;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Ids;
import org.rescueline.shared.table.TableFile;
import org.rescueline.shared.table.TableFormat;
import org.rescueline.vehicle.FittingView;
import org.rescueline.vehicle.RegisterService;
import org.rescueline.vehicle.VehicleFilter;
import org.rescueline.vehicle.VehicleView;

/** Files of vehicles in and out, and who was in which truck when. */
@Path("/api/v1/vehicles")
@Tag(name = "Vehicles")
public class RegisterResource {
    private static final int LONGEST_NAME = 200;

    private final RegisterService register;
    private final CurrentUser currentUser;
    private final PhoneMask phoneMask;
    private final Vertx vertx;

    RegisterResource(RegisterService register, CurrentUser currentUser, PhoneMask phoneMask, Vertx vertx) {
        this.register = register;
        this.currentUser = currentUser;
        this.phoneMask = phoneMask;
        this.vertx = vertx;
    }

    /**
     * Checks a file and keeps it. The register does not change; what is wrong is in the answer, row by row.
     *
     * @param fileName ends in .csv or .xlsx
     * @param progressId a UUID of the caller's own, under which he may ask meanwhile how far the check is
     */
    @POST
    @Path("/imports")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Roles.ADMIN)
    public Uni<ImportAnswer> check(
            @QueryParam("fileName") @Nullable String fileName,
            @QueryParam("progressId") @Nullable UUID progressId,
            @Context HttpHeaders headers,
            @NotNull byte[] content) {
        var name = fileName == null ? "" : fileName.strip();
        if (name.length() > LONGEST_NAME) {
            throw Failure.invalid("fileName", "vehicle.text-too-long", Map.of("max", LONGEST_NAME));
        }
        var language = language(headers);
        var watched = progressId == null ? Ids.next() : progressId;
        return register.checkImport(name, format("fileName", name), content, watched, currentUser.actor())
                .map(report -> ImportAnswer.of(report, language));
    }

    /**
     * Takes the rows of a checked file.
     *
     * @param rows {@code ALL} refuses the file when one row is bad; {@code GOOD} leaves bad rows out
     */
    @POST
    @Path("/imports/{id}/take")
    @RolesAllowed(Roles.ADMIN)
    public Uni<ImportAnswer> take(
            @PathParam("id") UUID id, @QueryParam("rows") @Nullable String rows, @Context HttpHeaders headers) {
        if (!"ALL".equals(rows) && !"GOOD".equals(rows)) {
            throw Failure.invalid("rows", "shared.field-value-invalid", Map.of("field", "rows"));
        }
        var language = language(headers);
        return register.takeImport(id, "GOOD".equals(rows), currentUser.actor())
                .map(report -> ImportAnswer.of(report, language));
    }

    /** How far a file is, by the id it is taken under or the one its check was begun with; 204 when not under way here. */
    @GET
    @Path("/imports/{id}/progress")
    @RolesAllowed(Roles.ADMIN)
    public Response progress(@PathParam("id") UUID id) {
        return register.findImportProgress(id)
                .map(progress -> Response.ok(progress).build())
                .orElseGet(() -> Response.noContent().build());
    }

    /**
     * The register as a file that can be taken in again; noted with who took it. Numbers are masked as on the page.
     *
     * @param words only vehicles found by these, as in the list
     * @param format {@code csv} or {@code xlsx}
     */
    @GET
    @Path("/export")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Response> export(
            @QueryParam("q") @Nullable String words,
            @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        var kind = format("format", format == null ? "csv" : format);
        var lens = phoneMask.lensFor(currentUser.viewer(), false);
        var language = language(headers);
        return register.export(new VehicleFilter(words), currentUser.actor())
                .map(vehicles ->
                        vehicles.stream().map(each -> each.seenThrough(lens)).toList())
                .chain(vehicles -> vertx.executeBlocking(() -> file(kind, vehicles, language), false))
                .map(file -> Response.ok(file, kind.mediaType())
                        .header("Content-Disposition", "attachment; filename=\"vehicles." + kind.extension() + '"')
                        .build());
    }

    /** The terminals the vehicle carries and carried, newest first. */
    @GET
    @Path("/{id}/fittings")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<List<FittingView>> fittings(@PathParam("id") UUID id) {
        return register.listFittings(id);
    }

    private byte[] file(TableFormat format, List<VehicleView> vehicles, Locale language) {
        return TableFile.write(format, register.table(vehicles, language));
    }

    private static TableFormat format(String field, String name) {
        return TableFormat.of(name).orElseThrow(() -> Failure.invalid(field, "vehicle.import-format"));
    }

    /** Chinese unless somebody prefers English: the languages of the centre. */
    private static Locale language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(each -> each.equals("zh") || each.equals("en"))
                .findFirst()
                .filter("en"::equals)
                .map(english -> Locale.ENGLISH)
                .orElse(Locale.CHINESE);
    }
}
