package org.rescueline.vehicle.gps.gateway;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether terminals can connect. */
@Readiness
@Singleton
public class GatewayReadiness implements HealthCheck {
    private final TerminalGateway gateway;

    GatewayReadiness(TerminalGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public HealthCheckResponse call() {
        int port = gateway.port();
        return HealthCheckResponse.named("JT/T 808 gateway")
                .status(port > 0)
                .withData("port", port)
                .build();
    }
}
