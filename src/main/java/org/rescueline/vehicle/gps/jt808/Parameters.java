package org.rescueline.vehicle.gps.jt808;

import java.util.ArrayList;
import java.util.List;

/** The list of settings as 0x0104 and 0x8103 carry it: id of four bytes, length of one, value. */
final class Parameters {
    private Parameters() {}

    static List<TerminalParameter> read(BodyReader body) throws MalformedFrame {
        List<TerminalParameter> parameters = new ArrayList<>();
        while (body.remaining() > 0) {
            parameters.add(new TerminalParameter(body.unsignedInt(), body.bytes(body.unsignedByte())));
        }
        return parameters;
    }

    static void write(List<TerminalParameter> parameters, BodyWriter body) {
        for (TerminalParameter parameter : parameters) {
            body.bits((int) parameter.id())
                    .unsignedByte(parameter.value().length)
                    .bytes(parameter.value());
        }
    }
}
