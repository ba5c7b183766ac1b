package org.rescueline.console.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rescueline.console.ConsoleConfig;
import org.rescueline.security.Role;
import org.rescueline.security.Roles;

/** What a page must know before it shows anything. */
@Path("/api/v1/console/settings")
@Tag(name = "Console")
public class SettingsResource {

    private final Settings settings;

    SettingsResource(
            ConsoleConfig config,
            @ConfigProperty(name = "rescueline.demo.enabled", defaultValue = "false") boolean demo) {
        this.settings = new Settings(
                demo,
                config.tileUrl().orElse(null),
                config.tileAttribution().orElse(null),
                config.zone(),
                config.hotlines().stream()
                        .map(hotline -> new HotlineView(hotline.number(), hotline.label()))
                        .toList(),
                Arrays.stream(Role.values()).filter(Role::isForPeople).toList());
    }

    /** The same for everybody who is signed in; changes only with the configuration. */
    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public Settings read() {
        return settings;
    }

    /**
     * The settings of the page.
     *
     * @param tileUrl template of a tile server; null when the page draws its own base map
     * @param attribution whom the tiles' map credits
     * @param zone in which the page shows times
     * @param roles that people can have
     */
    public record Settings(
            boolean demo,
            @Nullable String tileUrl,
            @Nullable String attribution,
            ZoneId zone,
            List<HotlineView> hotlines,
            List<Role> roles) {}

    /** One of our numbers and what the page writes beside it. */
    public record HotlineView(String number, String label) {}
}
