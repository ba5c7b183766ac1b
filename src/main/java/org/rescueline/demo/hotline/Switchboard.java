package org.rescueline.demo.hotline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The simulated switch itself: channels come and go here, and every change is told to the AMI clients in the words
 * of Asterisk 22. All methods run on one event loop.
 */
final class Switchboard {

    private static final int NORMAL_CLEARING = 16;

    private final Timers timers;
    private final Consumer<AmiMessage> broadcast;
    private final Map<String, SimulatedChannel> channels = new LinkedHashMap<>();
    private final Map<String, Runnable> hangupRequests = new LinkedHashMap<>();
    private final Map<String, Runnable> answerRequests = new LinkedHashMap<>();
    private final long startedAtSeconds;
    private int channelNumber;

    Switchboard(Timers timers, Consumer<AmiMessage> broadcast) {
        this.timers = timers;
        this.broadcast = broadcast;
        this.startedAtSeconds = timers.nowMillis() / 1000;
    }

    Timers timers() {
        return timers;
    }

    Collection<SimulatedChannel> channels() {
        return new ArrayList<>(channels.values());
    }

    /** A unique id in Asterisk's own form: the second the switch started and a counter. */
    String nextUniqueid() {
        channelNumber++;
        return startedAtSeconds + "." + channelNumber;
    }

    SimulatedChannel create(
            String device,
            String uniqueid,
            String linkedid,
            SimulatedChannel.State state,
            String callerNumber,
            String context,
            String exten) {
        var name = device + "-" + String.format("%08x", ++channelNumber);
        var channel =
                new SimulatedChannel(uniqueid, linkedid, name, state, callerNumber, context, exten, timers.nowMillis());
        channels.put(uniqueid, channel);
        broadcast.accept(channel.event("Newchannel"));
        return channel;
    }

    void changeState(SimulatedChannel channel, SimulatedChannel.State state) {
        channel.state = state;
        broadcast.accept(channel.event("Newstate"));
    }

    void hangUp(SimulatedChannel channel) {
        hangUp(channel, NORMAL_CLEARING, "Normal Clearing");
    }

    void hangUp(SimulatedChannel channel, int cause, String causeText) {
        if (channels.remove(channel.uniqueid) == null) {
            return;
        }
        hangupRequests.remove(channel.uniqueid);
        answerRequests.remove(channel.uniqueid);
        broadcast.accept(channel.event("Hangup").with("Cause", cause).with("Cause-txt", causeText));
    }

    void tell(AmiMessage event) {
        broadcast.accept(event);
    }

    /** An event about two channels: the one that calls and the one that is called. */
    AmiMessage between(String eventName, SimulatedChannel source, SimulatedChannel destination) {
        return destination.describeIn(source.event(eventName), "Dest");
    }

    void bridge(SimulatedChannel first, SimulatedChannel second) {
        var bridgeId = "bridge-" + first.uniqueid;
        tell(inBridge(AmiMessage.event("BridgeCreate").with("Privilege", "call,all"), bridgeId, 0));
        tell(first.describeIn(inBridge(AmiMessage.event("BridgeEnter"), bridgeId, 1), ""));
        tell(second.describeIn(inBridge(AmiMessage.event("BridgeEnter"), bridgeId, 2), ""));
    }

    void unbridge(SimulatedChannel first, SimulatedChannel second) {
        var bridgeId = "bridge-" + first.uniqueid;
        tell(second.describeIn(inBridge(AmiMessage.event("BridgeLeave"), bridgeId, 1), ""));
        tell(first.describeIn(inBridge(AmiMessage.event("BridgeLeave"), bridgeId, 0), ""));
        tell(inBridge(AmiMessage.event("BridgeDestroy").with("Privilege", "call,all"), bridgeId, 0));
    }

    void onHangupRequest(SimulatedChannel channel, Runnable script) {
        hangupRequests.put(channel.uniqueid, script);
    }

    void onAnswerRequest(SimulatedChannel channel, Runnable script) {
        answerRequests.put(channel.uniqueid, script);
    }

    void noLongerAnswers(SimulatedChannel channel) {
        answerRequests.remove(channel.uniqueid);
    }

    /** @return whether there was such a channel */
    boolean requestHangup(String channelName) {
        return findByName(channelName)
                .map(channel -> {
                    var script = hangupRequests.get(channel.uniqueid);
                    if (script == null) {
                        hangUp(channel);
                    } else {
                        script.run();
                    }
                    return channel;
                })
                .isPresent();
    }

    /** Answers the named ringing channel, or the ringing channel of the named endpoint. */
    boolean requestAnswer(String channelOrEndpoint) {
        var ringing = channels.values().stream()
                .filter(channel -> answerRequests.containsKey(channel.uniqueid))
                .filter(channel -> isNamed(channel, channelOrEndpoint))
                .map(channel -> channel.uniqueid)
                .toList();
        var scripts = new ArrayList<Runnable>();
        ringing.forEach(
                uniqueid -> Optional.ofNullable(answerRequests.remove(uniqueid)).ifPresent(scripts::add));
        List.copyOf(scripts).forEach(Runnable::run);
        return !scripts.isEmpty();
    }

    private Optional<SimulatedChannel> findByName(String channelName) {
        return channels.values().stream()
                .filter(channel -> channel.name.equals(channelName) || channel.uniqueid.equals(channelName))
                .findFirst();
    }

    private static boolean isNamed(SimulatedChannel channel, String channelOrEndpoint) {
        return channel.name.equals(channelOrEndpoint) || channel.name.startsWith("PJSIP/" + channelOrEndpoint + "-");
    }

    private static AmiMessage inBridge(AmiMessage event, String bridgeId, int channelCount) {
        return event.with("BridgeUniqueid", bridgeId)
                .with("BridgeType", "basic")
                .with("BridgeTechnology", "simple_bridge")
                .with("BridgeCreator", "<unknown>")
                .with("BridgeName", "<unknown>")
                .with("BridgeNumChannels", channelCount);
    }
}
