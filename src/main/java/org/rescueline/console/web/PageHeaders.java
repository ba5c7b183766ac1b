package org.rescueline.console.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.rescueline.console.ConsoleConfig;
import org.rescueline.telephony.TelephonyConfig;

/**
 * What the browser is told to enforce on every answer. Scripts come from here alone; styles may be inline, because Ant
 * Design writes its rules into the page; workers may come from a blob, because MapLibre makes some of its own; pictures and
 * tiles also from the configured tile server; the browser's phone speaks to the configured switch; nobody may put the page into a frame.
 */
@ApplicationScoped
class PageHeaders {

    /** Before everything that answers. */
    private static final int FIRST = 10_000;

    private static final String API = "/api/";

    /** Files whose name changes with their content. */
    private static final String ASSETS = "/assets/";

    private static final String BASE_MAP = "/base-map/";

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String A_DAY = "public, max-age=86400";
    private static final String ASK_AGAIN = "no-cache";

    private final String policy;

    PageHeaders(ConsoleConfig config, TelephonyConfig telephony) {
        this.policy = policyWith(
                config.tileUrl().map(PageHeaders::origin).orElse(""),
                telephony
                        .phone()
                        .socket()
                        .map(URI::toString)
                        .map(PageHeaders::origin)
                        .orElse(""));
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, FIRST);
    }

    private void add(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)");
        if (context.request().path().startsWith(API)) {
            // What people read about people stays out of every cache on the way.
            headers.set("Cache-Control", "no-store");
        } else {
            var response = context.response();
            context.addHeadersEndHandler(ready ->
                    headers.set("Cache-Control", keepFor(context.request().path(), response.getStatusCode())));
        }
        if (isEncrypted(context.request())) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        context.next();
    }

    /**
     * How long a browser keeps an answer without asking again. What the page is built of stays for good and the base map for a
     * day; the page itself is asked for each time, so that everybody is on the new version after an upgrade. The status
     * decides too: a file that is missing now must not be missing for a year.
     */
    static String keepFor(String path, int status) {
        if (status != OK && status != NOT_MODIFIED) {
            return ASK_AGAIN;
        }
        if (path.startsWith(ASSETS)) {
            return FOR_EVER;
        }
        return path.startsWith(BASE_MAP) ? A_DAY : ASK_AGAIN;
    }

    private static boolean isEncrypted(HttpServerRequest request) {
        return "https".equals(request.scheme());
    }

    private static String policyWith(String tiles, String phones) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:" + tiles,
                "font-src 'self' data:",
                "connect-src 'self'" + tiles + phones,
                "worker-src 'self' blob:",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    /** The scheme and host of a template such as {@code https://host/{z}/{x}/{y}.png}, after a space; else nothing. */
    private static String origin(String template) {
        var withoutPlaceholders = template.replaceAll("\\{[^}]*}", "0");
        var uri = URI.create(withoutPlaceholders);
        if (uri.getScheme() == null || uri.getAuthority() == null) {
            return "";
        }
        return " " + uri.getScheme() + "://" + uri.getAuthority();
    }
}
