package org.rescueline.telephony.manager;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rescueline.telephony.PbxAddress;

/**
 * A manager interface (AMI) of which the test writes every word: it signs everybody in, answers the questions of a
 * fresh connection from lists the test fills, sends the events it is given, may fall silent and may cut the line.
 */
public final class ScriptedManager implements Closeable {

    private static final String END = "\r\n";

    /** Answers an action that the script does not know by itself; null says nothing at all. */
    public interface Answers {
        String answer(Map<String, String> action);
    }

    private final ServerSocket server;
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> actions = new CopyOnWriteArrayList<>();
    private final List<String> channels = new CopyOnWriteArrayList<>();
    private final List<String> entries = new CopyOnWriteArrayList<>();
    private volatile Answers answers = action -> "Response: Success" + END;
    private volatile boolean silent;
    private volatile boolean refusing;

    public ScriptedManager() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("scripted-manager", this::acceptAll);
    }

    /** Where to connect. */
    public PbxAddress address(String name) {
        return new PbxAddress(name, "127.0.0.1", server.getLocalPort(), "rescueline", "scripted", false);
    }

    /** What the next {@code CoreShowChannels} lists: the header lines of each channel. */
    public List<String> channels() {
        return channels;
    }

    /** What the next {@code QueueStatus} lists: the header lines of each waiting caller. */
    public List<String> queueEntries() {
        return entries;
    }

    /** Every action received, in order, with lower-case header names. */
    public List<Map<String, String>> actions() {
        return actions;
    }

    /** How actions beyond the sign-in and the lists are answered. */
    public void answers(Answers script) {
        answers = script;
    }

    /** Sends one event to everybody who listens; lines end as the test writes them. */
    public void tell(String event) {
        var text = event.strip().replace("\r", "").replace("\n", END) + END + END;
        sessions.stream().filter(session -> session.listens).forEach(session -> session.send(text));
    }

    /** Connections that are signed in. */
    public long connections() {
        return sessions.stream().filter(session -> session.signedIn).count();
    }

    /** Stops answering anything, and leaves the connections open. */
    public void fallSilent(boolean isSilent) {
        silent = isSilent;
    }

    /** Accepts no sign-in any more, as a switch that is just starting. */
    public void refuse(boolean isRefusing) {
        refusing = isRefusing;
    }

    /** Cuts every connection. */
    public void cut() {
        sessions.forEach(Session::close);
        sessions.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                var session = new Session(server.accept());
                sessions.add(session);
                start("scripted-session", session::serve);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private final class Session {

        private final Socket socket;
        private volatile boolean listens;
        private volatile boolean signedIn;

        Session(Socket socket) {
            this.socket = socket;
        }

        void serve() {
            try (var reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                send("Asterisk Call Manager/11.0.0" + END);
                Map<String, String> action = new LinkedHashMap<>();
                for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (!line.isEmpty()) {
                        int colon = line.indexOf(':');
                        action.merge(
                                line.substring(0, colon).strip().toLowerCase(),
                                line.substring(colon + 1).strip(),
                                (a, b) -> a + "\n" + b);
                        continue;
                    }
                    act(action);
                    action = new LinkedHashMap<>();
                }
            } catch (IOException cut) {
                close();
            }
        }

        private void act(Map<String, String> action) {
            if (silent) {
                return;
            }
            switch (action.get("action").toLowerCase()) {
                case "challenge" -> respond(action, "Response: Success" + END + "Challenge: 4711" + END);
                case "login" -> login(action);
                case "coresettings" -> respond(action, "Response: Success" + END + "AsteriskVersion: 22.10.1" + END);
                case "ping" -> respond(action, "Response: Success" + END + "Ping: Pong" + END);
                case "coreshowchannels" -> list(action, "CoreShowChannel", "CoreShowChannelsComplete", channels);
                case "queuestatus" -> list(action, "QueueEntry", "QueueStatusComplete", entries);
                case "logoff" -> {
                    respond(action, "Response: Goodbye" + END);
                    close();
                }
                default -> {
                    actions.add(action);
                    var answer = answers.answer(action);
                    if (answer != null) {
                        respond(action, answer);
                    }
                }
            }
        }

        private void login(Map<String, String> action) {
            if (refusing) {
                respond(action, "Response: Error" + END + "Message: Authentication failed" + END);
                return;
            }
            listens = !"off".equals(action.get("events"));
            respond(action, "Response: Success" + END + "Message: Authentication accepted" + END);
            signedIn = true;
        }

        private void list(Map<String, String> action, String event, String complete, List<String> items) {
            respond(action, "Response: Success" + END + "EventList: start" + END);
            for (var item : items) {
                send("Event: " + event + END + idOf(action)
                        + item.strip().replace("\r", "").replace("\n", END) + END + END);
            }
            send("Event: " + complete + END + idOf(action) + "EventList: Complete" + END + "ListItems: " + items.size()
                    + END + END);
        }

        private void respond(Map<String, String> action, String answer) {
            send(answer + idOf(action) + END);
        }

        private String idOf(Map<String, String> action) {
            return action.containsKey("actionid") ? "ActionID: " + action.get("actionid") + END : "";
        }

        private synchronized void send(String text) {
            try {
                OutputStream out = socket.getOutputStream();
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException cut) {
                close();
            }
        }

        private void close() {
            signedIn = false;
            listens = false;
            sessions.remove(this);
            try {
                socket.close();
            } catch (IOException alreadyClosed) {
                // Nothing left to close.
            }
        }
    }
}
