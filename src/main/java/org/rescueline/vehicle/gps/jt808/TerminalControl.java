package org.rescueline.vehicle.gps.jt808;

/**
 * 0x8105: the terminal shall do something to itself. Answered with 0x0001.
 *
 * @param command the standard's number, see {@link Command}
 * @param parameters text that some commands need, its fields separated by semicolons; empty for the others
 */
public record TerminalControl(int command, String parameters) implements PlatformMessage {
    /** What a terminal can be told. */
    public enum Command {
        /** Fetch new firmware from where the parameters say. */
        UPGRADE(1),
        /** Connect to the server in the parameters. */
        CONNECT_TO(2),
        /** Switch off. */
        SWITCH_OFF(3),
        /** Start again. */
        RESTART(4),
        /** Forget every setting. */
        FACTORY_RESET(5),
        /** Close the data connection. */
        CLOSE_DATA(6),
        /** Close everything that sends. */
        CLOSE_RADIO(7);

        private final int number;

        Command(int number) {
            this.number = number;
        }

        /** The standard's number. */
        public int number() {
            return number;
        }
    }

    /** A command that needs no parameters. */
    public static TerminalControl of(Command command) {
        return new TerminalControl(command.number(), "");
    }

    @Override
    public int messageId() {
        return MessageId.TERMINAL_CONTROL;
    }
}
