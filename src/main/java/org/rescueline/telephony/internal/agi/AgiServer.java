package org.rescueline.telephony.internal.agi;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.RoutingAdvice;
import org.rescueline.telephony.TelephonyConfig;

/**
 * Listens for the switch's question (FastAGI): header lines up to an empty one. The answer is one variable for each
 * part of the advice, and the end of the connection, with which the dialplan goes on. Without advice it is the end
 * alone.
 */
@ApplicationScoped
public class AgiServer {

    private static final Logger LOG = Logger.getLogger(AgiServer.class);

    /** A line of the protocol is short; who sends more is not the switch. */
    private static final int LONGEST_LINE = 4096;

    private static final int MOST_LINES = 100;
    private static final Duration LISTEN_DEADLINE = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final AdviceFlow advice;
    private final TelephonyConfig config;
    private volatile @Nullable NetServer server;

    AgiServer(Vertx vertx, AdviceFlow advice, TelephonyConfig config) {
        this.vertx = vertx;
        this.advice = advice;
        this.config = config;
    }

    /** The port it listens on; -1 while it does not. */
    public int port() {
        var listening = server;
        return listening == null ? -1 : listening.actualPort();
    }

    /** A port that is taken is no reason to be down: callers reach people without advice. */
    void start(@Observes StartupEvent started) {
        if (!config.enabled()) {
            return;
        }
        var options = new NetServerOptions()
                .setHost(config.agiAddress())
                .setPort(config.agiPort())
                .setIdleTimeout(10)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        try {
            server = vertx.createNetServer(options)
                    .connectHandler(this::serve)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(LISTEN_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.infof("Routing advice (FastAGI) on port %d", port());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.errorf(e, "No routing advice: port %d cannot be opened", config.agiPort());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        var listening = server;
        if (listening != null) {
            listening.close();
        }
    }

    private void serve(NetSocket socket) {
        var lines = new ArrayList<String>();
        var parser = RecordParser.newDelimited("\n", socket).maxRecordSize(LONGEST_LINE);
        parser.exceptionHandler(tooLong -> socket.close());
        parser.handler(buffer -> {
            var line = buffer.toString(StandardCharsets.UTF_8).strip();
            if (lines.size() > MOST_LINES) {
                socket.close();
            } else if (line.isEmpty() && !lines.isEmpty()) {
                answer(socket, List.copyOf(lines));
                lines.clear();
            } else if (line.startsWith("agi_")) {
                lines.add(line);
            }
        });
    }

    private void answer(NetSocket socket, List<String> lines) {
        advice.advise(new AgiRequest(lines).question()).thenAccept(given -> {
            var commands = commands(given);
            if (commands.isEmpty()) {
                socket.close();
            } else {
                // The switch acts on each line as it comes and sees the end only after the last.
                socket.write(commands).onComplete(written -> socket.close());
            }
        });
    }

    private static String commands(RoutingAdvice given) {
        var commands = new StringBuilder();
        if (given.priority() > 0) {
            commands.append("SET VARIABLE RESCUELINE_PRIORITY ")
                    .append(given.priority())
                    .append('\n');
        }
        if (given.preferredExtension() != null) {
            commands.append("SET VARIABLE RESCUELINE_PREFERRED ")
                    .append(given.preferredExtension())
                    .append('\n');
        }
        return commands.toString();
    }
}
