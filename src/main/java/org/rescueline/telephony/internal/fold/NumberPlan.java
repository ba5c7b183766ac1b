package org.rescueline.telephony.internal.fold;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells from a channel's name who is at its far end.
 *
 * @param operatorChannel matches a desk phone's channel; its first group is the extension
 * @param trunkChannel matches a channel to the outside
 */
public record NumberPlan(Pattern operatorChannel, Pattern trunkChannel) {

    /** The channel that makes sounds in a conference; it belongs to nobody and is no call. */
    private static final String CONFERENCE_VOICE = "CBAnn/";

    /** Whether the channel is the switch's own machinery, of which the ledger keeps nothing. */
    public static boolean isMachinery(String channel) {
        return channel.startsWith(CONFERENCE_VOICE);
    }

    /** The plan for two regular expressions. */
    public static NumberPlan of(String operatorChannel, String trunkChannel) {
        return new NumberPlan(Pattern.compile(operatorChannel), Pattern.compile(trunkChannel));
    }

    /** The operator's extension of a desk phone's channel. */
    public Optional<String> extensionOf(String channel) {
        var matcher = operatorChannel.matcher(channel);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether the channel leads to the outside. */
    public boolean isTrunk(String channel) {
        return trunkChannel.matcher(channel).matches();
    }
}
