package org.rescueline.vehicle;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.NumberLens;

/**
 * A vehicle. Either its VIN or its plate is always known.
 *
 * @param vin 17 characters, see {@link Vin}
 * @param vinCheckDigitWrong whether position 9 does not fit the rest: shown as a doubt, never refused
 * @param plate as written, such as {@code 陕A12345}
 * @param model the maker's model name
 * @param driveForm such as {@code 6X4}
 * @param engineMake {@code WEICHAI}, {@code CUMMINS} or another make as told
 * @param gearboxMake {@code FAST} or another make as told
 * @param contacts drivers first, then owner, then fleet
 * @param version counts the edits
 */
public record VehicleView(
        UUID id,
        @Nullable String vin,
        boolean vinCheckDigitWrong,
        @Nullable String plate,
        @Nullable String model,
        @Nullable String driveForm,
        @Nullable String engineMake,
        @Nullable String engineModel,
        @Nullable String gearboxMake,
        SaleView sale,
        OwnerView owner,
        List<ContactView> contacts,
        List<TerminalView> terminals,
        long version) {

    public VehicleView {
        contacts = List.copyOf(contacts);
        terminals = List.copyOf(terminals);
    }

    /** The same vehicle with its contacts' numbers as a viewer may read them. */
    public VehicleView seenThrough(NumberLens lens) {
        return new VehicleView(
                id,
                vin,
                vinCheckDigitWrong,
                plate,
                model,
                driveForm,
                engineMake,
                engineModel,
                gearboxMake,
                sale,
                owner,
                contacts.stream().map(contact -> contact.seenThrough(lens)).toList(),
                terminals,
                version);
    }

    /** Whether one of its terminals can be asked where it is. */
    public boolean isReachable() {
        return terminals.stream().anyMatch(TerminalView::online);
    }
}
