package org.rescueline.vehicle.gps.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rescueline.vehicle.gps.jt808.Codecs;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;
import org.rescueline.vehicle.gps.jt808.FrameSink;
import org.rescueline.vehicle.gps.jt808.FrameSplitter;
import org.rescueline.vehicle.gps.jt808.HeaderReader;
import org.rescueline.vehicle.gps.jt808.MalformedFrame;
import org.rescueline.vehicle.gps.jt808.Message;

/** A line that remembers what was said on it. */
final class FakeLine implements Line {
    private final List<Message> sent = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean isClosed;

    @Override
    public void send(byte[] frame) {
        new FrameSplitter().feed(frame, 0, frame.length, new FrameSink() {
            @Override
            public void frame(byte[] content, int length) {
                sent.add(decode(content, length));
            }

            @Override
            public void refused(FrameRefusal refusal, byte[] content, int length) {
                throw new AssertionError("what was sent is no frame: " + refusal);
            }
        });
    }

    @Override
    public void close() {
        isClosed = true;
    }

    @Override
    public String remote() {
        return "a test";
    }

    @Override
    public String remoteHost() {
        return "192.0.2.1";
    }

    @Override
    public void after(Duration delay, Runnable task) {
        waiting.add(task);
    }

    /** As if every delay that is waited for now were over. */
    void letTimePass() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    boolean isClosed() {
        return isClosed;
    }

    List<Message> sent() {
        return List.copyOf(sent);
    }

    <M extends Message> List<M> sent(Class<M> type) {
        return sent.stream().filter(type::isInstance).map(type::cast).collect(Collectors.toList());
    }

    private static Message decode(byte[] content, int length) {
        try {
            return Codecs.decode(new HeaderReader().read(content, length), content);
        } catch (MalformedFrame e) {
            throw new AssertionError("what was sent cannot be read: " + e.refusal(), e);
        }
    }
}
