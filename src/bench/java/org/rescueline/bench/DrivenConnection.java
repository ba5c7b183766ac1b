package org.rescueline.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.Codecs;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;
import org.rescueline.vehicle.gps.jt808.FrameSink;
import org.rescueline.vehicle.gps.jt808.FrameSplitter;
import org.rescueline.vehicle.gps.jt808.HeaderReader;
import org.rescueline.vehicle.gps.jt808.MalformedFrame;
import org.rescueline.vehicle.gps.jt808.MessageId;
import org.rescueline.vehicle.gps.jt808.PlatformAck;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.Registration;
import org.rescueline.vehicle.gps.jt808.RegistrationAnswer;

/** One connection of the driver with the terminals behind it, and a bounded number of reports under way. */
final class DrivenConnection implements FrameSink {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_FRAME = 128;
    private static final long FIRST_PHONE = 13_900_000_000L;

    /** Where things stand in an answer of 2013: identity, phone, and the body of 0x8001. */
    private static final int PHONE_AT = 4;

    private static final int PHONE_BYTES = 6;
    private static final int BODY_AT = 12;

    /** @param underWay reports without answer at most, on one connection */
    record Plan(int terminals, int reports, int underWay, Instant first) {}

    /** A report that is sent again. */
    private record Overdue(DrivenTerminal terminal, int number) {}

    private final SocketChannel channel;
    private final Plan plan;
    private final long firstPhone;
    private final List<DrivenTerminal> terminals = new ArrayList<>();
    private final Queue<Overdue> overdue = new ArrayDeque<>();
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER_BYTES);
    private final ByteBuffer out = ByteBuffer.allocate(BUFFER_BYTES);
    private final FrameSplitter splitter = new FrameSplitter();
    private final HeaderReader headers = new HeaderReader();
    private boolean isBegun;
    private int signedIn;
    private int underWay;
    private long left;
    private int turn;
    private long resent;

    DrivenConnection(SocketChannel channel, int number, Plan plan) {
        this.channel = channel;
        this.plan = plan;
        this.left = (long) plan.terminals * plan.reports;
        this.firstPhone = FIRST_PHONE + (long) number * plan.terminals;
        for (var index = 0; index < plan.terminals; index++) {
            terminals.add(new DrivenTerminal(Long.toString(firstPhone + index), plan.reports, plan.first));
        }
    }

    boolean isSignedIn() {
        return signedIn == terminals.size();
    }

    boolean isDone() {
        return left == 0;
    }

    long resent() {
        return resent;
    }

    /** One terminal after the other: what is measured is not how fast they are entered. */
    void signIn() {
        out.put(FrameEncoder.encode(
                terminals.get(signedIn).address(),
                0,
                new Registration(ProtocolVersion.V2013, 61, 113, "BENCH", "BENCH-1", "B000001", 2, "演A00000")));
    }

    void begin() {
        isBegun = true;
    }

    /** What had no answer for so long is sent again. */
    void resendOverdue() {
        if (isBegun && overdue.isEmpty()) {
            terminals.forEach(
                    terminal -> terminal.overdue().forEach(number -> overdue.add(new Overdue(terminal, number))));
        }
    }

    void read() throws IOException {
        in.clear();
        int count = channel.read(in);
        if (count < 0) {
            throw new IOException("closed by the service");
        }
        splitter.feed(in.array(), 0, count, this);
    }

    /** Fills and writes; false when the socket takes no more for now. */
    boolean flush() throws IOException {
        do {
            fill();
            out.flip();
            channel.write(out);
            boolean isStuck = out.hasRemaining();
            out.compact();
            if (isStuck) {
                return false;
            }
        } while (isBegun && (!overdue.isEmpty() || mayReport()));
        return true;
    }

    private void fill() {
        while (out.remaining() > LONGEST_FRAME && !overdue.isEmpty()) {
            var again = overdue.remove();
            again.terminal().put(again.number(), out);
            resent++;
        }
        while (isBegun && out.remaining() > LONGEST_FRAME && mayReport()) {
            terminals.get(turn).putNext(out);
            underWay++;
            turn = (turn + 1) % terminals.size();
        }
    }

    private boolean mayReport() {
        return underWay < plan.underWay && terminals.get(turn).hasNext();
    }

    @Override
    public void frame(byte[] content, int length) {
        var terminal = terminals.get((int) (phone(content) - firstPhone));
        if (unsignedShort(content, 0) != MessageId.PLATFORM_ACK) {
            answered(terminal, content, length);
        } else if (content[BODY_AT + 4] != PlatformAck.Result.DONE.number()) {
            throw new IllegalStateException(terminal.address() + " was answered " + content[BODY_AT + 4]);
        } else if (unsignedShort(content, BODY_AT + 2) != MessageId.LOCATION_REPORT) {
            admitted();
        } else if (terminal.acknowledged(unsignedShort(content, BODY_AT))) {
            underWay--;
            left--;
        }
    }

    @Override
    public void refused(FrameRefusal refusal, byte[] content, int length) {
        throw new IllegalStateException("the service sent what is no frame: " + refusal);
    }

    private void answered(DrivenTerminal terminal, byte[] content, int length) {
        try {
            if (Codecs.decode(headers.read(content, length), content) instanceof RegistrationAnswer answer) {
                out.put(FrameEncoder.encode(terminal.address(), 1, Authentication.of(answer.code())));
            }
        } catch (MalformedFrame e) {
            throw new IllegalStateException(e);
        }
    }

    private void admitted() {
        signedIn++;
        if (!isSignedIn()) {
            signIn();
        }
    }

    private static long phone(byte[] content) {
        long phone = 0;
        for (int at = PHONE_AT; at < PHONE_AT + PHONE_BYTES; at++) {
            phone = phone * 100 + (content[at] >> 4 & 0x0f) * 10L + (content[at] & 0x0f);
        }
        return phone;
    }

    private static int unsignedShort(byte[] content, int at) {
        return (content[at] & 0xff) << 8 | (content[at + 1] & 0xff);
    }
}
