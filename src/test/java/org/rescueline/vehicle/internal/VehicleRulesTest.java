package org.rescueline.vehicle.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FieldProblem;
import org.rescueline.vehicle.ContactRole;
import org.rescueline.vehicle.ContactView;
import org.rescueline.vehicle.NewContact;
import org.rescueline.vehicle.NewTerminal;
import org.rescueline.vehicle.NewVehicle;
import org.rescueline.vehicle.OwnerView;
import org.rescueline.vehicle.TerminalProtocol;

class VehicleRulesTest {
    @Test
    void bringsEveryFieldToItsOneForm() {
        // Given
        NewVehicle typed = new NewVehicle(
                "1m8gdm9axkp042788",
                " 陕a·12345 ",
                " X3000 ",
                "6X4",
                "WEICHAI",
                "",
                null,
                new OwnerView(" ", "演示运输公司"),
                List.of(
                        new NewContact("演示车主", ContactRole.OWNER, "138 0000 0021"),
                        new NewContact(null, ContactRole.DRIVER, "+86-13800000022")),
                List.of(new NewTerminal("013912345678", TerminalProtocol.JT808_2013)));

        // When
        CheckedVehicle checked = VehicleRules.check(typed);

        // Then
        assertThat(checked.vin()).isEqualTo("1M8GDM9AXKP042788");
        assertThat(checked.plate()).isEqualTo("陕a·12345");
        assertThat(checked.plateKey()).isEqualTo("陕A12345");
        assertThat(checked.model()).isEqualTo("X3000");
        assertThat(checked.engineModel()).isNull();
        assertThat(checked.owner()).isEqualTo(new OwnerView(null, "演示运输公司"));
        assertThat(checked.contacts())
                .containsExactly(
                        new ContactView(null, ContactRole.DRIVER, "+8613800000022"),
                        new ContactView("演示车主", ContactRole.OWNER, "+8613800000021"));
        assertThat(checked.terminals()).extracting(NewTerminal::terminalPhone).containsExactly("13912345678");
    }

    @Test
    void tellsOfEverythingThatIsWrongAtOnce() {
        // Given
        NewVehicle typed = new NewVehicle(
                "SHORT",
                "--",
                "x".repeat(101),
                null,
                null,
                null,
                null,
                null,
                List.of(new NewContact("演示司机", ContactRole.DRIVER, "12\r\nAction: Originate")),
                List.of(new NewTerminal("two words", TerminalProtocol.HTTP)));

        // When
        var checking = assertThatThrownBy(() -> VehicleRules.check(typed));

        // Then
        checking.isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.fields())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder(
                        "vin", "plate", "model", "contacts[0].number", "terminals[0].terminalPhone"));
    }

    @Test
    void asksForAVinOrAPlate() {
        // Given a vehicle that nobody could find again
        NewVehicle typed = new NewVehicle(null, " ", "X3000", null, null, null, null, null, List.of(), List.of());

        // When
        var checking = assertThatThrownBy(() -> VehicleRules.check(typed));

        // Then
        checking.isInstanceOfSatisfying(
                Failure.class, failure -> assertThat(failure.code()).isEqualTo("vehicle.vin-or-plate-required"));
    }

    @Test
    void comparesTheVehiclesOfOneImportWithEachOther() {
        // Given the same plate, written differently, and the same terminal with and without its zero
        NewVehicle one = withPlateAndTerminal("陕A12345", "13912345678");
        NewVehicle other = withPlateAndTerminal("陕a 12345", "013912345678");

        // When
        var checking = assertThatThrownBy(() -> VehicleRules.checkAll(List.of(one, other)));

        // Then
        checking.isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.fields())
                .extracting(FieldProblem::field)
                .containsExactly("[1].plate", "[1].terminals"));
    }

    private static NewVehicle withPlateAndTerminal(String plate, String phone) {
        return new NewVehicle(
                null,
                plate,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new NewTerminal(phone, TerminalProtocol.JT808_2013)));
    }
}
