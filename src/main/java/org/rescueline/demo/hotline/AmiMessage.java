package org.rescueline.demo.hotline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One message of the Asterisk Manager Interface: header lines in order, ended by an empty line. A header may repeat
 * (an Originate carries one {@code Variable} line per variable).
 */
final class AmiMessage {

    private record Header(String name, String value) {}

    private final List<Header> headers = new ArrayList<>();

    static AmiMessage event(String name) {
        return new AmiMessage().with("Event", name);
    }

    static AmiMessage response(String outcome, AmiMessage action) {
        var response = new AmiMessage().with("Response", outcome);
        action.find("ActionID").ifPresent(id -> response.with("ActionID", id));
        return response;
    }

    /** Reads the header lines of one message; a line without a colon says nothing and is passed over. */
    static AmiMessage parse(List<String> lines) {
        var message = new AmiMessage();
        for (var line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                message.with(
                        line.substring(0, colon).trim(),
                        line.substring(colon + 1).trim());
            }
        }
        return message;
    }

    AmiMessage with(String name, Object value) {
        headers.add(new Header(name, String.valueOf(value)));
        return this;
    }

    /** The first header of that name, whatever its case. */
    Optional<String> find(String name) {
        return headers.stream()
                .filter(header -> header.name.equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    String get(String name) {
        return find(name).orElse("");
    }

    /** All values of a repeated header; Asterisk also accepts several in one line, parted by commas. */
    List<String> list(String name) {
        return headers.stream()
                .filter(header -> header.name.equalsIgnoreCase(name))
                .flatMap(header -> List.of(header.value.split(",")).stream())
                .toList();
    }

    String action() {
        return get("Action").toLowerCase(Locale.ROOT);
    }

    /** The message as it goes over the wire. A value never carries a line break. */
    String render() {
        var text = new StringBuilder();
        for (var header : headers) {
            text.append(header.name)
                    .append(": ")
                    .append(header.value.replaceAll("[\\r\\n]", " "))
                    .append("\r\n");
        }
        return text.append("\r\n").toString();
    }
}
