package org.rescueline.vehicle.gps.fix;

/** JT/T 808 sends degrees without a sign; status bits 2 and 3 say south and west. */
final class CorrectsHemisphere implements FixStep {
    @Override
    public StepResult take(Fix fix, TerminalTrack track) {
        boolean isSouth = (fix.statusBits() & Fix.SOUTH) != 0;
        boolean isWest = (fix.statusBits() & Fix.WEST) != 0;
        if (!isSouth && !isWest) {
            return StepResult.PASSES;
        }
        double latitude = isSouth ? -fix.latitude() : fix.latitude();
        double longitude = isWest ? -fix.longitude() : fix.longitude();
        return new StepResult.Corrects(fix.withPlace(latitude, longitude), Correction.HEMISPHERE);
    }
}
