package org.rescueline.vehicle.gps.jt808;

/**
 * 0x8100: answer to a registration.
 *
 * @param answerSerial serial of the registration
 * @param code the authentication code; empty unless the result is {@link Result#REGISTERED}
 */
public record RegistrationAnswer(int answerSerial, Result result, String code) implements PlatformMessage {
    /** What became of the registration. */
    public enum Result {
        /** Registered; the code follows. */
        REGISTERED(0),
        /** The vehicle already has another terminal. */
        VEHICLE_ALREADY_REGISTERED(1),
        /** No such vehicle here. */
        NO_SUCH_VEHICLE(2),
        /** The terminal is already registered for another vehicle. */
        TERMINAL_ALREADY_REGISTERED(3),
        /** No such terminal here, and no new ones are taken. */
        NO_SUCH_TERMINAL(4);

        private final int number;

        Result(int number) {
            this.number = number;
        }

        /** The standard's number. */
        public int number() {
            return number;
        }
    }

    /** Registered, with the code to authenticate by. */
    public static RegistrationAnswer registered(int answerSerial, String code) {
        return new RegistrationAnswer(answerSerial, Result.REGISTERED, code);
    }

    /** Not registered. */
    public static RegistrationAnswer refused(int answerSerial, Result result) {
        return new RegistrationAnswer(answerSerial, result, "");
    }

    @Override
    public int messageId() {
        return MessageId.REGISTRATION_ANSWER;
    }

    /** The code is a secret of its terminal and stays out of logs. */
    @Override
    public String toString() {
        return "RegistrationAnswer[answerSerial=" + answerSerial + ", result=" + result + "]";
    }
}
