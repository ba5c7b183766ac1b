package org.rescueline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The sound of a telephone in A-law (RTP, RFC 3550), a caller's or another's: as a real one it sends all the time, whatever
 * it hears, here a beep in each second unless it is hushed; and it notes what it hears.
 */
public final class CallerSound implements AutoCloseable {

    private static final int SOURCE = 0x5e1f5e1f;
    private static final int HEADER = 12;
    private static final int SAMPLES = 160;
    private static final int PACKETS_A_SECOND = 50;
    private static final int BEEP_PACKETS = 15;
    private static final byte SILENCE = (byte) 0xd5;

    /** A-law has its signs and every other bit turned over; what is left grows with the loudness, 0 to 127. */
    private static final int TURNED = 0x55;

    private static final int LOUD = 40;

    /** Payload type of pressed keys (RFC 4733), as all our SDP has it. */
    private static final int KEYS = 101;

    private final DatagramSocket socket;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger loud = new AtomicInteger();
    private final AtomicInteger keys = new AtomicInteger();
    private volatile @Nullable SocketAddress exchange;
    private volatile boolean hushed;
    private int sent;

    private CallerSound(DatagramSocket socket) {
        this.socket = socket;
    }

    /** Begins to listen, and to speak to whoever sends the first packet. */
    public static CallerSound open() {
        try {
            var sound = new CallerSound(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
            var listening = new Thread(sound::listen, "caller-sound");
            listening.setDaemon(true);
            listening.start();
            sound.clock.scheduleAtFixedRate(sound::speak, 0, 1000 / PACKETS_A_SECOND, TimeUnit.MILLISECONDS);
            return sound;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** How many packets came so far. */
    public int heardPackets() {
        return heard.get();
    }

    /** In how many of them somebody could be heard. */
    public int loudPackets() {
        return loud.get();
    }

    /** How many packets came that tell of a pressed key. */
    public int keyPackets() {
        return keys.get();
    }

    /** Nothing but silence is sent until it is allowed to speak again. */
    public void hush(boolean isHushed) {
        hushed = isHushed;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        socket.close();
    }

    private void listen() {
        var packet = new DatagramPacket(new byte[2048], 2048);
        while (!socket.isClosed()) {
            try {
                packet.setLength(2048);
                socket.receive(packet);
            } catch (IOException closed) {
                return;
            }
            exchange = packet.getSocketAddress();
            if ((packet.getData()[1] & 0x7f) == KEYS) {
                keys.incrementAndGet();
                continue;
            }
            heard.incrementAndGet();
            if (isLoud(packet)) {
                loud.incrementAndGet();
            }
        }
    }

    private static boolean isLoud(DatagramPacket packet) {
        for (int i = HEADER; i < packet.getLength(); i++) {
            if (((packet.getData()[i] ^ TURNED) & 0x7f) > LOUD) {
                return true;
            }
        }
        return false;
    }

    private void speak() {
        var to = exchange;
        if (to == null) {
            return;
        }
        var packet = ByteBuffer.allocate(HEADER + SAMPLES)
                .put((byte) 0x80)
                .put((byte) 8)
                .putShort((short) sent)
                .putInt(sent * SAMPLES)
                .putInt(SOURCE);
        boolean beeps = !hushed && sent % PACKETS_A_SECOND < BEEP_PACKETS;
        for (int i = 0; i < SAMPLES; i++) {
            // Ten samples up, ten down: 400 Hz.
            packet.put(beeps ? (byte) (i / 10 % 2 == 0 ? 0xa5 : 0x25) : SILENCE);
        }
        sent++;
        try {
            socket.send(new DatagramPacket(packet.array(), packet.position(), to));
        } catch (IOException closed) {
            clock.shutdown();
        }
    }
}
