package org.rescueline.security.internal;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.rescueline.security.SecurityConfig;
import org.rescueline.shared.ReactiveBridge;

/**
 * Hashes and checks passwords with bcrypt. Each takes about a tenth of a second of one processor by design, so it runs on
 * two threads of its own: a flood of sign-ins waits for itself and never for calls or positions.
 */
@ApplicationScoped
class PasswordHasher {

    private static final int THREADS = 2;

    private final WorkerExecutor workers;
    private final ReactiveBridge bridge;
    private final int cost;
    private final Duration deadline;
    private final String nobodysHash;

    PasswordHasher(Vertx vertx, ReactiveBridge bridge, SecurityConfig config) {
        this.workers = vertx.createSharedWorkerExecutor("rescueline-passwords", THREADS);
        this.bridge = bridge;
        this.cost = config.password().bcryptCost();
        this.deadline = config.password().checkTimeout();
        this.nobodysHash = BcryptUtil.bcryptHash(SecretToken.create().text(), cost);
    }

    Uni<String> hash(String password) {
        return bridge.uni(
                "password-hash",
                deadline,
                () -> workers.executeBlocking(() -> BcryptUtil.bcryptHash(password, cost), false));
    }

    Uni<Boolean> matches(String password, String hash) {
        return bridge.uni(
                "password-check",
                deadline,
                () -> workers.executeBlocking(() -> BcryptUtil.matches(password, hash), false));
    }

    /** Takes as long as a real check, so that the answer's delay does not tell which accounts exist. */
    Uni<Boolean> matchesNobody(String password) {
        return matches(password, nobodysHash).replaceWith(false);
    }

    @PreDestroy
    void close() {
        workers.close().subscribe().with(done -> {}, failure -> {});
    }
}
