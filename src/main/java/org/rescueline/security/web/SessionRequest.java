package org.rescueline.security.web;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A request that carries the token of a session. */
final class SessionRequest extends BaseAuthenticationRequest {

    private final String token;

    SessionRequest(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}
