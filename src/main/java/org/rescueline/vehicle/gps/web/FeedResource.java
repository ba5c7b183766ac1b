package org.rescueline.vehicle.gps.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.Roles;
import org.rescueline.shared.Languages;

/** Positions from machines with a bearer key. */
@Path("/api/v1/positions")
@Tag(name = "Position feeds")
public class FeedResource {
    private final FeedDesk desk;
    private final ObjectMapper mapper;

    FeedResource(FeedDesk desk, ObjectMapper mapper) {
        this.desk = desk;
        this.mapper = mapper;
    }

    /**
     * One position or a list: {@code {terminal, latitude, longitude, time, speedKph, course, altitude, ignition, sos,
     * datum}}; datum {@code WGS84} (default), {@code GCJ02} or {@code BD09}.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.FEED)
    public Uni<FeedAnswer> own(
            @NotNull JsonNode body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return desk.take(FeedFormat.OWN, body, Languages.of(language));
    }

    /** The same, one JSON object to a line (NDJSON); what can be read is taken, the others are named by their line. */
    @POST
    @Consumes("application/x-ndjson")
    @RolesAllowed(Roles.FEED)
    public Uni<FeedAnswer> lines(
            @NotNull String body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return desk.takeLines(FeedLines.json(mapper, body), Languages.of(language));
    }

    /**
     * A track as CSV: a line of names, {@code terminal,time,latitude,longitude} and the other names of our own JSON, then
     * one position a line. What is older than terminals may report is passed over like theirs.
     */
    @POST
    @Path("/csv")
    @Consumes("text/csv")
    @RolesAllowed({Roles.FEED, Roles.ADMIN})
    public Uni<FeedAnswer> csv(
            @NotNull String body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return desk.takeLines(FeedLines.csv(mapper, body), Languages.of(language));
    }

    /** What the Traccar server forwards as JSON, one or a list. */
    @POST
    @Path("/traccar")
    @RolesAllowed(Roles.FEED)
    public Uni<FeedAnswer> traccar(
            @NotNull JsonNode body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return desk.take(FeedFormat.TRACCAR, body, Languages.of(language));
    }

    /** What OsmAnd sends: {@code id, lat, lon, timestamp, speed, bearing, altitude} as query parameters. */
    @GET
    @Path("/osmand")
    @RolesAllowed(Roles.FEED)
    public Uni<FeedAnswer> osmand(
            @Context UriInfo uri, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return desk.take(FeedFormat.OSMAND, json(uri.getQueryParameters()), Languages.of(language));
    }

    /** The same as a form; the Traccar client posts its parameters in the address as well. */
    @POST
    @Path("/osmand")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
    @RolesAllowed(Roles.FEED)
    public Uni<FeedAnswer> osmandForm(
            @Context UriInfo uri,
            @Nullable MultivaluedMap<String, String> form,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ObjectNode parameters = json(uri.getQueryParameters());
        if (form != null) {
            parameters.setAll(json(form));
        }
        return desk.take(FeedFormat.OSMAND, parameters, Languages.of(language));
    }

    private static ObjectNode json(MultivaluedMap<String, String> parameters) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        parameters.forEach((name, values) -> json.put(name, values.get(0)));
        return json;
    }
}
