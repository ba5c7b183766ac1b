package org.rescueline.telephony;

import java.util.List;

/**
 * How loud a recording is over its length.
 *
 * @param channels for each channel the loudest sample of each of its equally long stretches, 0 silent to 255 full
 */
public record WaveformView(double durationSeconds, List<List<Integer>> channels) {

    public WaveformView {
        channels = channels.stream().map(List::copyOf).toList();
    }
}
