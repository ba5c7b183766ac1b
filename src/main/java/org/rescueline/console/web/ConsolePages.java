package org.rescueline.console.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Answers every address of the console with its one page, which then shows the right view: a bookmark or a reload must
 * not end in "not found".
 *
 * <p>Quinoa has a switch for this, but it waits for REST to pass an unknown address on, and REST hands it to our
 * problem mapper instead. So we decide before REST does.
 */
@Singleton
public class ConsolePages {

    private static final String PAGE = "META-INF/resources/index.html";

    /** After the filters and the guards of addresses, before files and REST. */
    private static final int BEFORE_REST = 5_000;

    private static final List<String> NOT_PAGES = List.of("/api", "/live", "/q");

    void route(@Observes Router router) {
        // The service under test is built without the console.
        if (Thread.currentThread().getContextClassLoader().getResource(PAGE) != null) {
            router.route().order(BEFORE_REST).handler(ConsolePages::show);
        }
    }

    private static void show(RoutingContext request) {
        if (isPage(request)) {
            request.reroute("/");
            return;
        }
        request.next();
    }

    private static boolean isPage(RoutingContext request) {
        var method = request.request().method();
        return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) && isPage(request.normalizedPath());
    }

    /** A file has an ending, a page has none. */
    static boolean isPage(String path) {
        return path.length() > 1
                && path.lastIndexOf('.') < path.lastIndexOf('/')
                && NOT_PAGES.stream().noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
