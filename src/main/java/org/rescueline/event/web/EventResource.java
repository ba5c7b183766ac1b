package org.rescueline.event.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.EventKind;
import org.rescueline.event.EventService;
import org.rescueline.event.EventView;
import org.rescueline.event.Question;
import org.rescueline.event.Questions;
import org.rescueline.event.TimelineView;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;
import org.rescueline.shared.Idempotency;
import org.rescueline.shared.Page;
import org.rescueline.shared.Versions;

/** Cases: the desk's autosave, the lists, and what can be done with one. */
@Path("/api/v1/events")
@RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR})
@Tag(name = "Events")
public class EventResource {

    private final EventService events;
    private final EventLens lens;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    EventResource(EventService events, EventLens lens, Idempotency idempotency, CurrentUser currentUser) {
        this.events = events;
        this.lens = lens;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    /** Cases by filter, newest first. */
    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Page<EventView>> list(@BeanParam EventQuery query) {
        return events.listEvents(query.filter(currentUser.userId()), query.page())
                .map(page -> page.map(lens::show));
    }

    /** The structured questions, all or those of one kind. */
    @GET
    @Path("/questions")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public List<Question> questions(@QueryParam("kind") @Nullable EventKind kind) {
        return kind == null ? Questions.all() : Questions.of(kind);
    }

    /** Begins a case by hand. With an idempotency key a repeated request gets the first one's case. */
    @POST
    public Uni<Response> create(@HeaderParam(Idempotency.HEADER) @Nullable String key, @Nullable JsonNode body) {
        var draft = ReadsEventEdit.readNew(body);
        var actor = currentUser.actor();
        return idempotency
                .once(
                        key,
                        actor.id(),
                        "POST /api/v1/events",
                        body,
                        EventView.class,
                        () -> events.createDraft(draft, actor))
                .map(event -> Response.created(URI.create("/api/v1/events/" + event.id()))
                        .header(HttpHeaders.ETAG, Versions.etag(event.version()))
                        .entity(lens.show(event))
                        .build());
    }

    /** One case, with its version as the tag. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<Response> read(@RestPath UUID id) {
        return events.getEvent(id).map(this::tagged);
    }

    /** Saves the fields that were touched. A stale edit is refused with the newer case beside the problem. */
    @PATCH
    @Path("/{id}")
    public Uni<Response> edit(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable JsonNode body) {
        var version = Versions.required(ifMatch);
        return lens.maskingCurrent(events.edit(id, ReadsEventEdit.read(body), currentUser.actor(), version))
                .map(this::tagged);
    }

    /** Takes a draft on. */
    @POST
    @Path("/{id}/open")
    public Uni<Response> open(@RestPath UUID id) {
        return events.open(id, currentUser.actor()).map(this::tagged);
    }

    /** Closes a case with a reason. */
    @POST
    @Path("/{id}/close")
    public Uni<Response> close(@RestPath UUID id, @Valid @NotNull Closing closing) {
        return events.close(id, closing.reason().strip(), currentUser.actor()).map(this::tagged);
    }

    /** Puts a call into this case. */
    @POST
    @Path("/{id}/attach")
    public Uni<Response> attach(@RestPath UUID id, @Valid @NotNull CallOf call) {
        return events.attachCall(id, call.callId(), currentUser.actor()).map(this::tagged);
    }

    /** Takes a call out of this case; answers the draft that is begun for it. */
    @POST
    @Path("/{id}/separate")
    public Uni<Response> separate(@RestPath UUID id, @Valid @NotNull CallOf call) {
        return events.separateCall(id, call.callId(), currentUser.actor()).map(this::tagged);
    }

    /** Everything that happened, oldest first. */
    @GET
    @Path("/{id}/timeline")
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<List<TimelineView>> timeline(@RestPath UUID id) {
        return events.listTimeline(id);
    }

    private Response tagged(EventView event) {
        return Response.ok(lens.show(event))
                .header(HttpHeaders.ETAG, Versions.etag(event.version()))
                .build();
    }

    /** Why a case is closed, in words. */
    public record Closing(@NotBlank @Size(max = 500) String reason) {}

    /** Which call is meant. */
    public record CallOf(@NotNull UUID callId) {}
}
