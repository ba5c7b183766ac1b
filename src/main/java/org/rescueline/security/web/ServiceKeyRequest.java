package org.rescueline.security.web;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A request that carries a machine's bearer key. */
final class ServiceKeyRequest extends BaseAuthenticationRequest {

    private final String key;

    ServiceKeyRequest(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
