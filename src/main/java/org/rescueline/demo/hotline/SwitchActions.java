package org.rescueline.demo.hotline;

import java.util.List;
import java.util.Random;

/** The AMI actions that the simulated switch understands: those that the service uses, answered as Asterisk 22 does. */
final class SwitchActions {

    private static final String ASTERISK_VERSION = "22.0.0-simulated";

    private final Switchboard switchboard;
    private final SimulatedQueue queue;
    private final Random random;

    SwitchActions(Switchboard switchboard, SimulatedQueue queue, Random random) {
        this.switchboard = switchboard;
        this.queue = queue;
        this.random = random;
    }

    void act(AmiSession session, AmiMessage action) {
        switch (action.action()) {
            case "ping" ->
                session.send(AmiMessage.response("Success", action)
                        .with("Ping", "Pong")
                        .with("Timestamp", seconds(switchboard.timers().nowMillis())));
            case "events" -> session.send(AmiMessage.response("Success", action).with("Events", "On"));
            case "coresettings" ->
                session.send(AmiMessage.response("Success", action)
                        .with("AMIversion", "11.0.0")
                        .with("AsteriskVersion", ASTERISK_VERSION)
                        .with("SystemName", "simulator"));
            case "corestatus" ->
                session.send(AmiMessage.response("Success", action)
                        .with("CoreCurrentCalls", switchboard.channels().size()));
            case "coreshowchannels" -> showChannels(session, action);
            case "queuestatus" -> queueStatus(session, action);
            case "queuepause" -> pause(session, action);
            case "originate" -> originate(session, action);
            case "hangup" ->
                confirm(session, action, switchboard.requestHangup(action.get("Channel")), "Channel Hungup");
            case "pjsipnotify" -> confirm(session, action, answerRinging(action), "NOTIFY sent");
            default -> session.send(AmiMessage.response("Error", action).with("Message", "Invalid/unknown command"));
        }
    }

    private void showChannels(AmiSession session, AmiMessage action) {
        var channels = switchboard.channels();
        startList(session, action, "Channels will follow");
        for (var channel : channels) {
            long seconds = (switchboard.timers().nowMillis() - channel.createdAtMillis) / 1000;
            session.send(inList(channel.describeIn(AmiMessage.event("CoreShowChannel"), ""), action)
                    .with("Application", "")
                    .with("ApplicationData", "")
                    .with("Duration", "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60))
                    .with("BridgeId", ""));
        }
        endList(session, action, "CoreShowChannelsComplete", channels.size());
    }

    private void queueStatus(AmiSession session, AmiMessage action) {
        startList(session, action, "Queue status will follow");
        var waiting = queue.waiting();
        session.send(inList(AmiMessage.event("QueueParams"), action)
                .with("Queue", SimulatedQueue.NAME)
                .with("Max", 0)
                .with("Strategy", "rrmemory")
                .with("Calls", waiting.size())
                .with("Holdtime", 0)
                .with("TalkTime", 0)
                .with("Completed", 0)
                .with("Abandoned", 0)
                .with("ServiceLevel", 15)
                .with("ServicelevelPerf", "0.0")
                .with("Weight", 0));
        queue.agents().forEach(agent -> session.send(member(action, agent)));
        waiting.forEach(call -> session.send(entry(action, call)));
        endList(session, action, "QueueStatusComplete", 1 + queue.agents().size() + waiting.size());
    }

    private AmiMessage member(AmiMessage action, SimulatedAgent agent) {
        return inList(AmiMessage.event("QueueMember"), action)
                .with("Queue", SimulatedQueue.NAME)
                .with("Name", agent.deviceName())
                .with("Location", agent.deviceName())
                .with("StateInterface", agent.deviceName())
                .with("Membership", "static")
                .with("Penalty", 0)
                .with("CallsTaken", agent.callsTaken)
                .with("LastCall", 0)
                .with("Status", deviceState(agent))
                .with("Paused", agent.isPaused ? 1 : 0)
                .with("PausedReason", "");
    }

    private AmiMessage entry(AmiMessage action, InboundCall call) {
        var channel = call.callerChannel();
        return inList(AmiMessage.event("QueueEntry"), action)
                .with("Queue", SimulatedQueue.NAME)
                .with("Position", queue.positionOf(call))
                .with("Channel", channel.name)
                .with("Uniqueid", channel.uniqueid)
                .with("CallerIDNum", channel.callerNumber)
                .with("CallerIDName", "unknown")
                .with("ConnectedLineNum", "unknown")
                .with("ConnectedLineName", "unknown")
                .with("Wait", (switchboard.timers().nowMillis() - call.joinedAtMillis()) / 1000)
                .with("Priority", 0);
    }

    /** Asterisk's device states: 1 not in use, 2 in use, 6 ringing. */
    private static int deviceState(SimulatedAgent agent) {
        return switch (agent.state) {
            case READY, RESTING -> 1;
            case TALKING -> 2;
            case RINGING -> 6;
        };
    }

    private void pause(AmiSession session, AmiMessage action) {
        var agent = queue.find(action.get("Interface"));
        agent.ifPresent(member -> member.isPaused = List.of("1", "true", "yes").contains(action.get("Paused")));
        confirm(session, action, agent.isPresent(), "Interface paused or unpaused successfully");
    }

    private void originate(AmiSession session, AmiMessage action) {
        session.send(AmiMessage.response("Success", action).with("Message", "Originate successfully queued"));
        new OriginatedCall(switchboard, action, random).start();
    }

    private boolean answerRinging(AmiMessage action) {
        boolean isTalk = action.list("Variable").stream().anyMatch("Event=talk"::equalsIgnoreCase);
        var target = action.find("Channel").or(() -> action.find("Endpoint")).orElse("");
        return isTalk && switchboard.requestAnswer(target);
    }

    private static void confirm(AmiSession session, AmiMessage action, boolean isDone, String message) {
        session.send(
                isDone
                        ? AmiMessage.response("Success", action).with("Message", message)
                        : AmiMessage.response("Error", action).with("Message", "No such channel or member"));
    }

    private static void startList(AmiSession session, AmiMessage action, String message) {
        session.send(AmiMessage.response("Success", action)
                .with("EventList", "start")
                .with("Message", message));
    }

    private static void endList(AmiSession session, AmiMessage action, String eventName, int items) {
        session.send(inList(AmiMessage.event(eventName), action)
                .with("EventList", "Complete")
                .with("ListItems", items));
    }

    private static AmiMessage inList(AmiMessage event, AmiMessage action) {
        action.find("ActionID").ifPresent(id -> event.with("ActionID", id));
        return event;
    }

    private static String seconds(long millis) {
        return "%d.%06d".formatted(millis / 1000, millis % 1000 * 1000);
    }
}
