package org.rescueline.security.internal;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What counts as one address when wrong passwords are counted: an IPv4 address as it is, of an IPv6 address the first 64
 * bits, since one household or attacker owns the rest and could change it for every try.
 */
final class AddressBucket {

    private static final int NETWORK_BYTES = 8;
    private static final int MAPPED_PREFIX_BYTES = 12;
    private static final byte[] MAPPED_PREFIX = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private AddressBucket() {}

    static String of(@Nullable String address) {
        if (address == null) {
            return "unknown";
        }
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length <= 4) {
            return address;
        }
        return isMapped(bytes) ? lastFour(bytes) : network(bytes);
    }

    /** An IPv4 caller seen through an IPv6 socket must not share a bucket with every other one. */
    private static boolean isMapped(byte[] bytes) {
        return Arrays.equals(Arrays.copyOf(bytes, MAPPED_PREFIX_BYTES), MAPPED_PREFIX);
    }

    private static String lastFour(byte[] bytes) {
        return NetUtil.bytesToIpAddress(Arrays.copyOfRange(bytes, MAPPED_PREFIX_BYTES, bytes.length));
    }

    private static String network(byte[] bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64";
    }
}
