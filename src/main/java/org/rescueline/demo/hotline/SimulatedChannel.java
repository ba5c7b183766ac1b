package org.rescueline.demo.hotline;

/** One channel of the simulated switch. Changed only on the switch's event loop. */
final class SimulatedChannel {

    /** The channel states that a phone call passes through, with Asterisk's own numbers. */
    enum State {
        DOWN(0, "Down"),
        RING(4, "Ring"),
        RINGING(5, "Ringing"),
        UP(6, "Up");

        final int number;
        final String text;

        State(int number, String text) {
            this.number = number;
            this.text = text;
        }
    }

    final String uniqueid;
    final String linkedid;
    final String name;
    final String callerNumber;
    final String context;
    final String exten;
    final long createdAtMillis;
    State state;

    SimulatedChannel(
            String uniqueid,
            String linkedid,
            String name,
            State state,
            String callerNumber,
            String context,
            String exten,
            long createdAtMillis) {
        this.uniqueid = uniqueid;
        this.linkedid = linkedid;
        this.name = name;
        this.state = state;
        this.callerNumber = callerNumber;
        this.context = context;
        this.exten = exten;
        this.createdAtMillis = createdAtMillis;
    }

    /** Adds this channel's headers, each behind {@code prefix} ({@code ""} or {@code "Dest"}), as Asterisk 22 does. */
    AmiMessage describeIn(AmiMessage event, String prefix) {
        return event.with(prefix + "Channel", name)
                .with(prefix + "ChannelState", state.number)
                .with(prefix + "ChannelStateDesc", state.text)
                .with(prefix + "CallerIDNum", callerNumber.isEmpty() ? "<unknown>" : callerNumber)
                .with(prefix + "CallerIDName", "<unknown>")
                .with(prefix + "ConnectedLineNum", "<unknown>")
                .with(prefix + "ConnectedLineName", "<unknown>")
                .with(prefix + "Language", "zh")
                .with(prefix + "AccountCode", "")
                .with(prefix + "Context", context)
                .with(prefix + "Exten", exten)
                .with(prefix + "Priority", 1)
                .with(prefix + "Uniqueid", uniqueid)
                .with(prefix + "Linkedid", linkedid);
    }

    AmiMessage event(String eventName) {
        return describeIn(AmiMessage.event(eventName).with("Privilege", "call,all"), "");
    }
}
