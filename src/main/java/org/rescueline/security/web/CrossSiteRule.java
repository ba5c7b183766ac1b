package org.rescueline.security.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a browser sends the request on behalf of another site's page.
 *
 * <p>The cookie is {@code SameSite=Strict} already; this holds where that does not reach: another service on a sibling
 * host of the same site, and the WebSocket handshake, which no cross-origin rule of the browser covers. The browser's own
 * word ({@code Sec-Fetch-Site}) decides where it is sent; older ones and plain HTTP send {@code Origin}, which must name
 * the host that was asked. Machines send neither and pass: they have no cookie that a page could abuse.
 */
final class CrossSiteRule {

    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private CrossSiteRule() {}

    static boolean isFromAnotherSite(HttpServerRequest request) {
        var site = request.getHeader(FETCH_SITE);
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !authorityOf(origin).equals(authorityOf(request));
    }

    private static String authorityOf(HttpServerRequest request) {
        var authority = request.authority();
        return authority == null ? "" : withoutDefaultPort(authority.host(), authority.port());
    }

    private static String authorityOf(String origin) {
        var uri = parse(origin);
        return uri == null || uri.getHost() == null ? "?" : withoutDefaultPort(uri.getHost(), uri.getPort());
    }

    private static String withoutDefaultPort(String host, int port) {
        var name = host.toLowerCase(Locale.ROOT);
        return port <= 0 || port == 80 || port == 443 ? name : name + ":" + port;
    }

    private static @Nullable URI parse(String origin) {
        try {
            return URI.create(origin);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
