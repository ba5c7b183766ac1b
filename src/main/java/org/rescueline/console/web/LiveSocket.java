package org.rescueline.console.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.HandshakeRequest;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.console.internal.LiveFeed;
import org.rescueline.console.internal.LivePage;
import org.rescueline.console.internal.LivePositions;
import org.rescueline.console.internal.MapWindow;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.Roles;

/**
 * The live feed of one open page: {@code /live?epoch=&since=} with the session's cookie. What the page sends is little: that
 * it is still there, and which part of the map it looks at.
 */
@WebSocket(path = "/live")
@RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
public class LiveSocket {

    private static final Logger LOG = Logger.getLogger(LiveSocket.class);
    private static final UserData.TypedKey<LivePage> PAGE = new UserData.TypedKey<>("rescueline.page");

    private final LiveFeed feed;
    private final LivePositions positions;
    private final CurrentUser currentUser;
    private final ObjectMapper json;
    private final Clock clock;

    LiveSocket(LiveFeed feed, LivePositions positions, CurrentUser currentUser, ObjectMapper json, Clock clock) {
        this.feed = feed;
        this.positions = positions;
        this.currentUser = currentUser;
        this.json = json;
        this.clock = clock;
    }

    @OnOpen
    @NonBlocking
    void open(WebSocketConnection connection, HandshakeRequest handshake) {
        var query = LiveQuery.parse(handshake.query());
        var page = feed.open(
                currentUser.viewer(),
                currentUser.sessionKey().orElseThrow(),
                new SocketWire(connection),
                query.epoch(),
                query.since());
        connection.userData().put(PAGE, page);
    }

    @OnTextMessage
    @NonBlocking
    void hear(WebSocketConnection connection, String text) {
        var page = connection.userData().get(PAGE);
        if (page == null) {
            return;
        }
        page.hear(clock.instant());
        try {
            obey(page, json.readValue(text, Word.class));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // The page is ours: a word nobody understands is a version that does not fit, no reason to hang up.
            LOG.debugf(e, "A page of %s sent what cannot be read", page.viewer().name());
        }
    }

    @OnClose
    @NonBlocking
    void close(WebSocketConnection connection) {
        var page = connection.userData().get(PAGE);
        if (page != null) {
            feed.leave(page);
        }
    }

    @OnError
    @NonBlocking
    void error(WebSocketConnection connection, Throwable failure) {
        LOG.warnf(failure, "The live feed of connection %s failed", connection.id());
    }

    private void obey(LivePage page, Word word) {
        if ("ping".equals(word.type())) {
            feed.answer(page);
        } else if ("subscribe".equals(word.type())) {
            positions.show(page, Boolean.TRUE.equals(word.positions()) ? window(word.bbox()) : null);
        }
    }

    private static MapWindow window(@Nullable List<Double> bbox) {
        if (bbox == null) {
            return MapWindow.WORLD;
        }
        if (bbox.size() != 4) {
            throw new IllegalArgumentException("A window of the map has four edges: " + bbox);
        }
        return new MapWindow(bbox.get(0), bbox.get(1), bbox.get(2), bbox.get(3));
    }

    /** What a page may say: {@code ping}, {@code pong}, {@code subscribe}. */
    record Word(
            @Nullable String type,
            @Nullable Boolean positions,
            @Nullable List<Double> bbox) {}
}
