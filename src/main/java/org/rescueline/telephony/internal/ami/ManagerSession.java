package org.rescueline.telephony.internal.ami;

import java.io.IOException;
import java.time.Duration;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.rescueline.telephony.PbxAddress;

/**
 * One signed-in manager connection, used until it breaks and then thrown away. Asterisk-Java's own reconnecting is cut
 * short: it would come back without the snapshot that has to follow each gap.
 *
 * <p>Opening, acting and closing wait for the switch: never on the event loop.
 */
final class ManagerSession {

    /** The mask that keeps a connection free of events. */
    static final String NO_EVENTS = "off";

    /** What an event connection subscribes to. */
    static final String CALL_EVENTS = "call,agent,reporting,user";

    private final DefaultManagerConnection connection;

    private ManagerSession(DefaultManagerConnection connection) {
        this.connection = connection;
    }

    /**
     * Connects and signs in.
     *
     * @param events the event mask
     * @param listener hears events and, once, a disconnect
     */
    static ManagerSession open(PbxAddress pbx, LinkSettings settings, String events, ManagerEventListener listener)
            throws IOException {
        var connection = new DefaultManagerConnection(pbx.host(), pbx.port(), pbx.username(), pbx.secret());
        connection.setSocketTimeout(millis(settings.connectTimeout()));
        connection.setDefaultResponseTimeout(millis(settings.connectTimeout()));
        connection.setKeepAliveAfterAuthenticationFailure(false);
        connection.registerUserEventClass(RescuelineCallbackRequestEvent.class);
        connection.registerUserEventClass(RescuelineMenuEvent.class);
        connection.addEventListener(listener);
        try {
            connection.login(events);
        } catch (AuthenticationFailedException e) {
            throw new IOException("the switch refused the manager user " + pbx.username() + ": " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException("the switch did not answer the sign-in in time", e);
        }
        return new ManagerSession(connection);
    }

    boolean isOpen() {
        return connection.getState() == ManagerConnectionState.CONNECTED;
    }

    /** Asks for a sign of life without waiting; {@code onPong} is called on the library's thread. */
    void ping(Runnable onPong) throws IOException {
        connection.sendAction(new PingAction(), response -> {
            if (response != null) {
                onPong.run();
            }
        });
    }

    /**
     * Sends an action and waits for its response.
     *
     * @throws IOException when the connection is gone or the deadline passed
     */
    ManagerResponse send(ManagerAction action, Duration deadline) throws IOException {
        try {
            var response = connection.sendAction(action, deadline.toMillis());
            if (response == null) {
                throw new IOException("the connection broke before the response to " + action.getAction());
            }
            return response;
        } catch (TimeoutException e) {
            throw new IOException("no response to " + action.getAction() + " within " + deadline, e);
        } catch (IllegalStateException e) {
            throw new IOException("not connected: " + e.getMessage(), e);
        }
    }

    /** Sends an action and waits for its list of events. */
    ResponseEvents list(EventGeneratingAction action, Duration deadline) throws IOException {
        try {
            var events = connection.sendEventGeneratingAction(action, deadline.toMillis());
            if (events.getResponse() instanceof ManagerError refused) {
                throw new IOException("the switch refused " + action.getAction() + ": " + refused.getMessage());
            }
            return events;
        } catch (EventTimeoutException e) {
            throw new IOException("no complete list for " + action.getAction() + " within " + deadline, e);
        } catch (IllegalStateException e) {
            throw new IOException("not connected: " + e.getMessage(), e);
        }
    }

    /** Closes the connection; does nothing when it is closed. */
    void close() {
        try {
            connection.logoff();
        } catch (IllegalStateException alreadyClosed) {
            // Nothing to close: it never got beyond signing in, or was closed before.
        }
    }

    private static int millis(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE, duration.toMillis());
    }
}
