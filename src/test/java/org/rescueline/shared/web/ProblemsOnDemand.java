package org.rescueline.shared.web;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.ConnectException;
import java.util.Map;
import org.rescueline.shared.Failure;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.PhoneNumber;

/** A resource of the tests that fails in every way a resource can. */
@Path("/test-only/problems")
@PermitAll
public class ProblemsOnDemand {

    /** What a caller may send. */
    public record Order(@NotBlank String what, @Min(1) int howMany, PhoneNumber number) {}

    @POST
    public Order order(@Valid Order order) {
        return order;
    }

    @GET
    @Path("/list")
    public int list(@QueryParam("size") Integer size) {
        return PageRequest.of(0, size, null).size();
    }

    @GET
    @Path("/stale")
    public String stale() {
        throw Failure.stale(Map.of("version", 8));
    }

    @GET
    @Path("/bug")
    public String bug() {
        throw new IllegalStateException("password=secret in com.example.Internals");
    }

    @GET
    @Path("/database-away")
    public String databaseAway() {
        throw new IllegalStateException("no connection", new ConnectException("Connection refused: db.internal:5432"));
    }
}
