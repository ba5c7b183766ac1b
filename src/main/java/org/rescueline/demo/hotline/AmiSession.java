package org.rescueline.demo.hotline;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One logged-in (or not yet logged-in) AMI client of the simulated switch. Lives on the switch's event loop.
 *
 * <p>Sign-in is the MD5 challenge of Asterisk: the client answers with md5(challenge + secret).
 */
final class AmiSession {

    private static final String BANNER = "Asterisk Call Manager/11.0.0\r\n";

    private final NetSocket socket;
    private final AmiAccount account;
    private final String challenge;
    private final BiConsumer<AmiSession, AmiMessage> actions;
    private final List<String> lines = new ArrayList<>();
    private boolean isSignedIn;
    private boolean wantsEvents;

    AmiSession(NetSocket socket, AmiAccount account, String challenge, BiConsumer<AmiSession, AmiMessage> actions) {
        this.socket = socket;
        this.account = account;
        this.challenge = challenge;
        this.actions = actions;
    }

    void start() {
        socket.write(BANNER);
        socket.handler(RecordParser.newDelimited("\r\n", this::onLine));
    }

    void send(AmiMessage message) {
        socket.write(Buffer.buffer(message.render(), StandardCharsets.UTF_8.name()));
    }

    void sendEvent(AmiMessage event) {
        if (isSignedIn && wantsEvents) {
            send(event);
        }
    }

    void close() {
        socket.close();
    }

    private void onLine(Buffer line) {
        if (line.length() > 0) {
            lines.add(line.toString(StandardCharsets.UTF_8));
            return;
        }
        if (lines.isEmpty()) {
            return;
        }
        var message = AmiMessage.parse(List.copyOf(lines));
        lines.clear();
        onAction(message);
    }

    private void onAction(AmiMessage action) {
        switch (action.action()) {
            case "challenge" -> send(AmiMessage.response("Success", action).with("Challenge", challenge));
            case "login" -> signIn(action);
            case "logoff" -> {
                send(AmiMessage.response("Goodbye", action).with("Message", "Goodbye"));
                close();
            }
            default -> actWhenSignedIn(action);
        }
    }

    private void actWhenSignedIn(AmiMessage action) {
        if (!isSignedIn) {
            send(AmiMessage.response("Error", action).with("Message", "Permission denied"));
            return;
        }
        actions.accept(this, action);
    }

    private void signIn(AmiMessage action) {
        if (!account.username().equals(action.get("Username")) || !isKeyRight(action)) {
            send(AmiMessage.response("Error", action).with("Message", "Authentication failed"));
            close();
            return;
        }
        isSignedIn = true;
        wantsEvents = !"off".equalsIgnoreCase(action.get("Events"));
        send(AmiMessage.response("Success", action).with("Message", "Authentication accepted"));
        sendEvent(
                AmiMessage.event("FullyBooted").with("Privilege", "system,all").with("Status", "Fully Booted"));
    }

    private boolean isKeyRight(AmiMessage action) {
        return md5(challenge + account.secret()).equalsIgnoreCase(action.get("Key"));
    }

    private static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform carries MD5", absent);
        }
    }
}
