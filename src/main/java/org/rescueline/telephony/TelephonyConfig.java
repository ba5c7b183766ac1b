package org.rescueline.telephony;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the telephone room can be told: {@code rescueline.telephony.*}. */
@ConfigMapping(prefix = "rescueline.telephony")
public interface TelephonyConfig {

    /** Whether to connect to a switch at all. Without one the ledger still answers questions about the past. */
    @WithDefault("true")
    boolean enabled();

    /** The switch's name in the ledger; the same as its {@code systemname}, with which its Uniqueids begin. */
    @WithDefault("hotline")
    String pbx();

    /** The manager interface (AMI). */
    Ami ami();

    /** TCP port on which the switch asks for routing advice (FastAGI); 0 takes a free one. */
    @WithDefault("4573")
    int agiPort();

    /** Address on which it asks. */
    @WithDefault("${rescueline.bind-address:127.0.0.1}")
    String agiAddress();

    /** How long advice may take. Afterwards the answer is "no advice": the caller goes on to the queue at once. */
    @WithDefault("PT0.3S")
    Duration routingAdviceTimeout();

    /** Who is at the end of which channel. */
    Channels channels();

    /** Further switches beside the first, by their name in the ledger: {@code rescueline.telephony.switches.NAME.…}. */
    Map<String, FurtherSwitch> switches();

    /** Which node listens to a switch when several run. */
    Lease lease();

    /** Ringing people. */
    Dial dial();

    /** The phone in the operator's browser. */
    Phone phone();

    /** The operators' desks. */
    Desk desk();

    /** The live feed into the ledger. */
    Ledger ledger();

    /** The switch's own record of calls, from which the ledger is mended. */
    Cel cel();

    /** The queue in which nobody is ever paused. */
    @WithDefault("everyone")
    String lastResortQueue();

    /** Recordings of calls. */
    RecordingSettings recordings();

    /** The manager interface. */
    interface Ami {
        /** Host of the switch. */
        @WithDefault("127.0.0.1")
        String host();

        /** TCP port of the manager interface. */
        @WithDefault("5038")
        int port();

        /** Manager user; it needs read call,agent,reporting,system,user and write originate,call,agent,reporting. */
        @WithDefault("rescueline")
        String username();

        /** Its password, from the environment: RESCUELINE_TELEPHONY_AMI_SECRET. Without it no switch is attached. */
        Optional<String> secret();

        /** Manager user that may only make a desk phone go off the hook (write system, for PJSIPNotify). */
        @WithDefault("rescueline-answer")
        String answerUsername();

        /** Its password. Without it the desk phone is answered by hand. */
        Optional<String> answerSecret();

        /** How long connecting and signing in may take; then it is tried again later. */
        @WithDefault("PT3S")
        Duration connectTimeout();

        /** How long one action may wait for its response; then it has failed as UPSTREAM. */
        @WithDefault("PT3S")
        Duration actionTimeout();

        /** How long reading the snapshot of channels and queues may take; then the connection is made anew. */
        @WithDefault("PT10S")
        Duration snapshotTimeout();

        /** How often the switch is asked for a sign of life. */
        @WithDefault("PT2S")
        Duration pingInterval();

        /** How long it may be silent before the connection counts as dead and is made anew. */
        @WithDefault("PT7S")
        Duration silenceTimeout();

        /** First pause after a lost connection or a refused attempt; doubles with each further one. */
        @WithDefault("PT0.5S")
        Duration reconnectPause();

        /** The longest such pause. */
        @WithDefault("PT10S")
        Duration longestReconnectPause();
    }

    /** A switch beside the first. It is called with the same deadlines. */
    interface FurtherSwitch {
        /** Host of the switch. */
        @WithDefault("127.0.0.1")
        String host();

        /** TCP port of its manager interface. */
        @WithDefault("5038")
        int port();

        /** Its manager user. */
        @WithDefault("rescueline")
        String username();

        /** The password, from the environment. */
        String secret();

        /** The file into which it writes its record of calls besides PostgreSQL. */
        Optional<Path> celFile();
    }

    /** One node listens to a switch, the others stand by. */
    interface Lease {
        /** This node's name, different on every node; without it host name and HTTP port. */
        Optional<String> node();

        /** After this without a word from the node that listens another one takes over. */
        @WithDefault("PT9S")
        Duration duration();

        /** How often the lease is prolonged, or asked for. */
        @WithDefault("PT2S")
        Duration renewal();
    }

    /** Regular expressions over whole channel names. */
    interface Channels {
        /** A channel of an operator's phone, on the desk or in the browser; group 1 is its extension. */
        @WithDefault("PJSIP/(1[0-9]{3})(?:-web)?-[0-9a-f]+")
        String operator();

        /** A channel to the outside. */
        @WithDefault("PJSIP/(?:hotline-trunk|outbound)-[0-9a-f]+")
        String trunk();
    }

    /** Ringing people. */
    interface Dial {
        /** Beginnings of E.164 numbers that may be rung, separated by commas. */
        @WithDefault("+86")
        List<String> allowedPrefixes();

        /** The zone in which times of day are meant. */
        @WithDefault("Asia/Shanghai")
        ZoneId zone();

        /** The trunk's endpoint for calls to the outside. */
        @WithDefault("outbound")
        String trunk();

        /** Dialplan context that rings the customer once the operator has answered. */
        @WithDefault("callback")
        String callbackContext();

        /** Dialplan context that a duty phone hears once it has answered. */
        @WithDefault("spot-check")
        String spotCheckContext();

        /** Extension in that context. */
        @WithDefault("check")
        String spotCheckExtension();

        /** Seconds during which the duty phone's keys are listened for after the answer, 1 to 30. */
        @WithDefault("3")
        int keySeconds();

        /** Dialplan context in which a caller waits while the operator asks somebody. */
        @WithDefault("held")
        String heldContext();

        /** Dialplan context in which the operator's channel rings whom he asks. */
        @WithDefault("consult")
        String consultContext();

        /** Dialplan context that hands a caller on. */
        @WithDefault("transfer")
        String transferContext();

        /** Dialplan context in which several talk at one table. */
        @WithDefault("conference")
        String conferenceContext();

        /** How long each phone rings when an operator rings a number from the page. */
        @WithDefault("PT45S")
        Duration ringTimeout();

        /** The hotline numbers that may be shown to the outside; the first where nothing says which. */
        @WithDefault("4008809818,8008409818")
        List<String> callerIds();

        /** What operators may ring from the page. */
        Rules operator();

        /** What dispatchers may ring from the page; who is both has the wider of each. */
        Rules dispatcher();

        /** What supervisors may ring from the page. */
        Rules supervisor();

        /** After this an attempt of which neither switch nor record knows anything counts as never dialled. */
        @WithDefault("PT5S")
        Duration traceGrace();
    }

    /** What one role may ring from the page. */
    interface Rules {
        /** Beginnings of E.164 numbers, separated by commas; without them what every order may ring. */
        Optional<List<String>> allowedPrefixes();

        /** Beginnings that are refused all the same, such as those of dear services. */
        Optional<List<String>> deniedPrefixes();

        /** From this time of day, in {@link Dial#zone}. */
        @WithDefault("00:00")
        LocalTime from();

        /** Until this time of day, exclusive; the same as {@link #from} means round the clock, earlier means over midnight. */
        @WithDefault("00:00")
        LocalTime until();

        /** Calls that one person may order within an hour. */
        @WithDefault("60")
        int perHour();

        /** Calls that one person may order within 24 hours. */
        @WithDefault("400")
        int perDay();
    }

    /** The phone in the operator's browser. */
    interface Phone {
        /** The switch's WebSocket as browsers reach it: {@code wss://…/ws}; ws only on localhost. Without it there are none. */
        Optional<URI> socket();

        /** How long a secret to sign on with holds; the page fetches a new one in time. */
        @WithDefault("PT30M")
        Duration credentialLifetime();

        /** STUN and TURN servers as {@code stun:host:port}, separated by commas. */
        Optional<List<String>> iceServers();
    }

    /** The operators' desks. */
    interface Desk {
        /** After this without a heartbeat of its page a desk is stale: no caller rings there. */
        @WithDefault("PT45S")
        Duration staleAfter();

        /** How long an operator takes no calls after one, unless ready earlier; 0 for not at all. */
        @WithDefault("PT30S")
        Duration wrapUp();

        /** The switch's queues in which desks are paused: by day and by night. Never the last resort, where all phones ring. */
        @WithDefault("hotline,night")
        List<String> queues();
    }

    /** The live feed into the ledger. */
    interface Ledger {
        /** Events that may wait for the database. Past it they are left out, and the calls are rebuilt afterwards. */
        @WithDefault("200000")
        int waitingEvents();

        /** Transactions at the same time. While all are busy news gathers and is then written together. */
        @WithDefault("3")
        int writers();

        /** The most calls that one transaction writes. */
        @WithDefault("50")
        int callsTogether();

        /** How long one such transaction may take; then it is tried again. */
        @WithDefault("PT10S")
        Duration writeTimeout();

        /** First pause when writing failed; doubles up to {@link #longestRetryPause}. */
        @WithDefault("PT0.2S")
        Duration retryPause();

        /** The longest such pause. */
        @WithDefault("PT5S")
        Duration longestRetryPause();
    }

    /** The switch's own record of calls. */
    interface Cel {
        /** The file that the switch writes as well (CSV), read when it was written while PostgreSQL was away. */
        Optional<Path> file();

        /** How often calls that ended lately are compared with the record. */
        @WithDefault("PT30S")
        Duration interval();

        /** How far back the first comparison after a start goes. */
        @WithDefault("P7D")
        Duration horizon();

        /** How far back the regular ones go. */
        @WithDefault("PT15M")
        Duration recent();

        /** How old the newest line of a call must be before it is compared: by then live news has arrived, if it will. */
        @WithDefault("PT3S")
        Duration settled();
    }
}
