package org.rescueline.console.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.rescueline.console.internal.Found;
import org.rescueline.console.internal.Search;
import org.rescueline.console.internal.SearchWords;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;

/** The one search box. */
@Path("/api/v1/console/search")
@Tag(name = "Console")
public class SearchResource {

    private final Search search;
    private final CurrentUser currentUser;

    SearchResource(Search search, CurrentUser currentUser) {
        this.search = search;
        this.currentUser = currentUser;
    }

    /** What fits the words, the closest first. Fewer than two characters find nothing and are refused. */
    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Uni<List<Found>> find(@RestQuery @Nullable String q) {
        return search.find(SearchWords.parse(q == null ? "" : q), currentUser.viewer());
    }
}
