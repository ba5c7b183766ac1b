package org.rescueline.report.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rescueline.report.DataQualityCount;
import org.rescueline.report.DataQualityList;
import org.rescueline.report.DataQualityRow;
import org.rescueline.report.internal.DataQuality;
import org.rescueline.security.Roles;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;

/** What is wrong in the data, as lists to work off. */
@Path("/api/v1/data-quality")
@RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
@Tag(name = "Data quality")
public class DataQualityResource {

    private final DataQuality quality;

    DataQualityResource(DataQuality quality) {
        this.quality = quality;
    }

    /** How many stand on each list. */
    @GET
    public Uni<List<DataQualityCount>> counts() {
        return quality.counts();
    }

    /**
     * One list, longest wrong first.
     *
     * @param list its name with hyphens, such as {@code vehicle-silent}
     */
    @GET
    @Path("/{list}")
    public Uni<Page<DataQualityRow>> list(
            @PathParam("list") String list,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        return quality.list(listOf(list), PageRequest.of(page, size, null));
    }

    private static DataQualityList listOf(String written) {
        var name = written.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(DataQualityList.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.notFound("report.list-unknown"));
    }
}
