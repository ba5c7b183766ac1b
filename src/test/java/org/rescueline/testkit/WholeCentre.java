package org.rescueline.testkit;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rescueline.shared.embedded.Ports;

/**
 * The centre on its real parts: the packaged service on embedded PostgreSQL and Redis, an Asterisk, a Chromium, and one
 * operator, one dispatcher and one supervisor with an account each. Nothing is simulated.
 */
public final class WholeCentre implements AutoCloseable {

    /** The number that callers dial. */
    public static final String HOTLINE = "4008809818";

    /** The operator's telephone. */
    public static final String EXTENSION = "1001";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ADMIN_PASSWORD = "first password of a test";
    private static final String PASSWORD = "correct horse battery";

    private final AsteriskInstance exchange;
    private final RunningService service;
    private final ConsoleBrowser browser;
    private final RestClient admin;

    private WholeCentre(AsteriskInstance exchange, RunningService service, ConsoleBrowser browser, RestClient admin) {
        this.exchange = exchange;
        this.service = service;
        this.browser = browser;
        this.admin = admin;
    }

    /**
     * Starts everything and waits until the service hears the exchange.
     *
     * @param configuration keys on top of what connects the parts
     */
    public static WholeCentre start(String name, Map<String, String> configuration) {
        int agiPort = Ports.free();
        var exchange = AsteriskInstance.prepare(name)
                .with("agi-port", Integer.toString(agiPort))
                .with("ring-seconds", "20");
        exchange.start();
        var service = RunningService.prepare(name, connecting(exchange, agiPort, configuration));
        try {
            service.start();
            return open(exchange, service);
        } catch (RuntimeException | Error failure) {
            service.close();
            exchange.close();
            throw failure;
        }
    }

    private static WholeCentre open(AsteriskInstance exchange, RunningService service) {
        await("the service hears the exchange")
                .atMost(PATIENCE)
                .until(() ->
                        service.find("/q/health/ready").orElseThrow().body().contains("ASTERISK"));
        // The queue knows a second telephone, whose operator is away in these tests.
        exchange.cli("queue pause member PJSIP/1002 queue hotline");
        var admin = RestClient.signIn(service, "admin", ADMIN_PASSWORD);
        return new WholeCentre(exchange, service, ConsoleBrowser.launch(), admin);
    }

    /** Makes an account with one role, and an extension if that person has a telephone. */
    public void employ(String username, String displayName, String role, String... extension) {
        var account = new HashMap<String, Object>(
                Map.of("username", username, "displayName", displayName, "password", PASSWORD, "roles", List.of(role)));
        List.of(extension).forEach(number -> account.put("extension", number));
        admin.post("/users", account);
    }

    /** A window of the console in which this person has signed in. */
    public ConsolePage windowOf(String username) {
        return browser.open(service).signIn(username, PASSWORD);
    }

    /** A window in which nobody has signed in yet. */
    public ConsolePage window() {
        return browser.open(service);
    }

    /** The REST interface as this person uses it. */
    public RestClient restOf(String username) {
        return RestClient.signIn(service, username, PASSWORD);
    }

    /** The REST interface as the administrator uses it. */
    public RestClient admin() {
        return admin;
    }

    /** The exchange. */
    public AsteriskInstance exchange() {
        return exchange;
    }

    /** A truck's terminal that comes online. */
    public Terminal808 terminal(String terminalPhone) {
        return Terminal808.online(service.port("rescueline.gps.port"), terminalPhone);
    }

    /**
     * Waits until the queue would ring the operator. After a call it does not, until the wrap-up is over; a caller who comes
     * in the meantime and soon gives up rings nobody's telephone.
     */
    public void awaitOperatorFree() {
        await("the queue rings " + EXTENSION).atMost(PATIENCE).until(() -> exchange.cli("queue show hotline")
                .lines()
                .filter(member -> member.contains("(PJSIP/" + EXTENSION + ")"))
                .anyMatch(member -> member.contains("(Not in use)") && !member.contains("paused")));
    }

    /** Ends whatever call is left, and waits until the service has heard of it. */
    public void awaitSilence() {
        exchange.cli("channel request hangup all");
        var supervisor = restOf("supervisor");
        await("no call is left")
                .atMost(PATIENCE)
                .until(() -> supervisor.get("/calls/live").getList("$").isEmpty());
    }

    @Override
    public void close() {
        browser.close();
        service.close();
        exchange.close();
    }

    private static Map<String, String> connecting(
            AsteriskInstance exchange, int agiPort, Map<String, String> configuration) {
        var all = new HashMap<>(configuration);
        all.put("rescueline.security.admin-password", ADMIN_PASSWORD);
        all.put("rescueline.telephony.enabled", "true");
        all.put("rescueline.telephony.agi-port", Integer.toString(agiPort));
        all.put("rescueline.telephony.ami.port", Integer.toString(exchange.amiPort()));
        all.put("rescueline.telephony.ami.secret", AsteriskInstance.SECRET);
        all.put("rescueline.telephony.ami.answer-secret", AsteriskInstance.SECRET);
        all.put("rescueline.telephony.cel.file", exchange.recordFile().toString());
        return all;
    }
}
