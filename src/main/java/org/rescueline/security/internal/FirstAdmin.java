package org.rescueline.security.internal;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.rescueline.security.NewUser;
import org.rescueline.security.Role;
import org.rescueline.security.SecurityConfig;
import org.rescueline.shared.Actor;
import org.rescueline.shared.PatientStart;

/**
 * Makes the account {@code admin} with the password of the environment when there is nobody at all and the demo is off. A
 * password too weak for anybody else stops the start: better no service than one behind a guessable door.
 */
@ApplicationScoped
class FirstAdmin {

    static final String USERNAME = "admin";

    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

    private final AccountStore accounts;
    private final Users users;
    private final Optional<String> password;
    private final boolean demo;

    FirstAdmin(
            AccountStore accounts,
            Users users,
            SecurityConfig config,
            @ConfigProperty(name = "rescueline.demo.enabled", defaultValue = "false") boolean demo) {
        this.accounts = accounts;
        this.users = users;
        this.password = config.adminPassword().filter(text -> !text.isBlank());
        this.demo = demo;
    }

    /** Called on the main thread before the first request is taken, so it may wait. */
    void onStart(@Observes StartupEvent event) {
        if (!demo) {
            PatientStart.of(START_TIMEOUT, this::createIfNobody).await().atMost(START_TIMEOUT);
        }
    }

    private Uni<Void> createIfNobody() {
        return accounts.isEmpty()
                .chain(nobody -> nobody ? create() : Uni.createFrom().voidItem());
    }

    private Uni<Void> create() {
        if (password.isEmpty()) {
            LOG.warn("Nobody can sign in: there is no user yet. Set RESCUELINE_SECURITY_ADMIN_PASSWORD and start again;"
                    + " the account \"admin\" is then made with that password");
            return Uni.createFrom().voidItem();
        }
        var admin = new NewUser(USERNAME, "Administrator", password.get(), Set.of(Role.ADMIN), null, null);
        return users.create(admin, Actor.SYSTEM)
                .invoke(() -> LOG.info("The first account \"admin\" was made; change its password after signing in"))
                .replaceWithVoid();
    }
}
