package org.rescueline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.Codecs;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;
import org.rescueline.vehicle.gps.jt808.FrameSink;
import org.rescueline.vehicle.gps.jt808.FrameSplitter;
import org.rescueline.vehicle.gps.jt808.HeaderReader;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.MalformedFrame;
import org.rescueline.vehicle.gps.jt808.MessageId;
import org.rescueline.vehicle.gps.jt808.PlatformAck;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.Registration;
import org.rescueline.vehicle.gps.jt808.RegistrationAnswer;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;

/** One connection of the driver with the terminals behind it, and a bounded number of reports under way. */
final class DrivenConnection implements FrameSink {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_FRAME = 128;
    private static final long FIRST_PHONE = 13_900_000_000L;

    /** @param underWay reports without answer at most, on one connection */
    record Plan(int terminals, int reports, int underWay, Instant first) {}

    private final SocketChannel channel;
    private final Plan plan;
    private final Map<String, DrivenTerminal> byPhone = new HashMap<>();
    private final List<DrivenTerminal> terminals = new ArrayList<>();
    private final Queue<byte[]> overdue = new ArrayDeque<>();
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
        for (var index = 0; index < plan.terminals; index++) {
            var phone = Long.toString(FIRST_PHONE + (long) number * plan.terminals + index);
            var terminal = new DrivenTerminal(phone, plan.reports, plan.first);
            terminals.add(terminal);
            byPhone.put(phone, terminal);
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

    /** One after the other: what is measured is not how fast terminals are entered. */
    void signIn() throws IOException {
        var terminal = terminals.get(signedIn);
        out.put(FrameEncoder.encode(
                terminal.address(),
                0,
                new Registration(ProtocolVersion.V2013, 61, 113, "BENCH", "BENCH-1", "B000001", 2, "演A00000")));
        flush();
    }

    void begin() {
        isBegun = true;
        try {
            flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What had no answer for so long is sent again. */
    void resendOverdue() {
        if (isBegun && overdue.isEmpty()) {
            terminals.forEach(terminal -> overdue.addAll(terminal.overdue()));
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
            out.put(overdue.remove());
            resent++;
        }
        while (isBegun && out.remaining() > LONGEST_FRAME && mayReport()) {
            out.put(terminals.get(turn).next());
            underWay++;
            turn = (turn + 1) % terminals.size();
        }
    }

    private boolean mayReport() {
        return underWay < plan.underWay && terminals.get(turn).hasNext();
    }

    @Override
    public void frame(byte[] content, int length) {
        try {
            var header = headers.read(content, length);
            var message = Codecs.decode(header, content);
            var terminal = byPhone.get(header.terminalPhone());
            if (message instanceof PlatformAck ack) {
                acknowledged(terminal, ack);
            } else if (message instanceof RegistrationAnswer answer) {
                out.put(FrameEncoder.encode(terminal.address(), 1, Authentication.of(answer.code())));
            }
        } catch (MalformedFrame e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void refused(FrameRefusal refusal, byte[] content, int length) {
        throw new IllegalStateException("the service sent what is no frame: " + refusal);
    }

    private void acknowledged(DrivenTerminal terminal, PlatformAck ack) {
        if (ack.result() != PlatformAck.Result.DONE) {
            throw new IllegalStateException(terminal.address() + " was answered " + ack);
        }
        if (ack.answerId() == MessageId.LOCATION_REPORT) {
            if (terminal.acknowledged(ack.answerSerial())) {
                underWay--;
                left--;
            }
            return;
        }
        signedIn++;
        if (!isSignedIn()) {
            try {
                signIn();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One terminal: its reports are a second and a few metres apart, and known by their number. */
    private static final class DrivenTerminal {

        private static final int SERIALS = 0x10000;

        private final TerminalAddress address;
        private final int reports;
        private final Instant first;
        private final BitSet acknowledged;
        private int sent;
        private int firstOpen;
        private int openAtLastLook = -1;

        DrivenTerminal(String phone, int reports, Instant first) {
            this.address = new TerminalAddress(ProtocolVersion.V2013, phone);
            this.reports = reports;
            this.first = first;
            this.acknowledged = new BitSet(reports);
        }

        TerminalAddress address() {
            return address;
        }

        boolean hasNext() {
            return sent < reports;
        }

        byte[] next() {
            return report(sent++);
        }

        /** Whether this report was not acknowledged before. */
        boolean acknowledged(int serial) {
            int number = firstOpen + ((serial - firstOpen) & (SERIALS - 1));
            if (number >= sent || acknowledged.get(number)) {
                return false;
            }
            acknowledged.set(number);
            firstOpen = acknowledged.nextClearBit(firstOpen);
            return true;
        }

        /** All that is open, when its oldest was so at the last look already. */
        List<byte[]> overdue() {
            var again = new ArrayList<byte[]>();
            if (firstOpen < sent && firstOpen == openAtLastLook) {
                for (int number = firstOpen; number < sent; number = acknowledged.nextClearBit(number + 1)) {
                    again.add(report(number));
                }
            }
            openAtLastLook = firstOpen;
            return again;
        }

        private byte[] report(int number) {
            double along = number * 0.0002;
            var report = LocationReport.at(30 + along % 10, 105 + along % 10, first.plusSeconds(number))
                    .withIgnition(true)
                    .withMotion(72, 45);
            return FrameEncoder.encode(address, number & (SERIALS - 1), report);
        }
    }
}
