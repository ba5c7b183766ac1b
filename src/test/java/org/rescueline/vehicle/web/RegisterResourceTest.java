package org.rescueline.vehicle.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.shared.table.Table;
import org.rescueline.shared.table.TableFile;
import org.rescueline.shared.table.TableFormat;
import org.rescueline.testkit.SignIn;

@QuarkusTest
class RegisterResourceTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final AtomicInteger SERIAL = new AtomicInteger((int) (System.nanoTime() % 800_000));
    private static final String HEADINGS = "车牌号,车型,批次,销售日期,保修截止,司机,终端手机号\n";

    @Inject
    Pool pool;

    @Test
    void checksAFileWithoutChangingTheRegisterAndNamesEveryBadRow() {
        // Given
        var good = plate();
        var file = HEADINGS
                + good + ",X6000,B2401,2024/5/31,2026-05-30,张三 13800000001;李四 138-0000-0002,\n"
                + plate() + ",X6000,,31.5.2024,,,\n"
                + plate() + ",X6000,,2024-05-31,2023-05-31,没有号码,\n"
                + good + ",X6000,,,,,\n";

        // When
        var report = check("trucks.csv", file.getBytes(StandardCharsets.UTF_8));
        var refused = take(report, "ALL");

        // Then
        report.then().statusCode(200);
        assertThat(report.jsonPath().getInt("rows")).isEqualTo(4);
        assertThat(report.jsonPath().getInt("added")).isEqualTo(1);
        assertThat(report.jsonPath().getList("badRows.row", Integer.class)).containsExactly(3, 4, 5);
        assertThat(report.jsonPath().getList("badRows[1].problems.code", String.class))
                .containsExactlyInAnyOrder("vehicle.warranty-before-sale", "shared.phone-number-invalid");
        assertThat(report.jsonPath().getString("badRows[0].problems[0].message"))
                .contains("31.5.2024");
        refused.then().statusCode(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("vehicle.import-bad-rows");
        assertThat(found(good)).isZero();
    }

    @Test
    void comparesTheRowsOfALongFileWithThoseFarAboveThem() {
        // Given more rows than are looked at in one round, the last of which is the first again
        var first = plate();
        var file = new StringBuilder(HEADINGS).append(first).append(",X6000,,,,,\n");
        IntStream.range(0, 1_100).forEach(row -> file.append(plate()).append(",X6000,,,,,\n"));
        file.append(first).append(",X6000,,,,,\n");

        // When
        var report = check("long.csv", file.toString().getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(report.jsonPath().getInt("rows")).isEqualTo(1_102);
        assertThat(report.jsonPath().getInt("added")).isEqualTo(1_101);
        assertThat(report.jsonPath().getList("badRows.row", Integer.class)).containsExactly(1_103);
    }

    @Test
    void takesTheGoodRowsWhenToldToAndOnlyOnce() {
        // Given
        var good = plate();
        var bad = plate();
        var report = check(
                "trucks.csv",
                (HEADINGS + good + ",X6000,B2401,2024年5月31日,,张三 13800000001,\n" + bad + ",,,昨天,,,\n")
                        .getBytes(StandardCharsets.UTF_8));

        // When
        var taken = take(report, "GOOD");
        var twice = take(report, "GOOD");

        // Then
        taken.then().statusCode(200);
        assertThat(taken.jsonPath().getString("takenAt")).isNotNull();
        assertThat(found(good)).isOne();
        assertThat(found(bad)).isZero();
        assertThat(vehicle(good).getString("items[0].sale.batch")).isEqualTo("B2401");
        assertThat(vehicle(good).getString("items[0].sale.soldOn")).isEqualTo("2024-05-31");
        assertThat(twice.jsonPath().getString("code")).isEqualTo("vehicle.import-taken");
    }

    @Test
    void changesOnlyWhatAFileSaysAndLeavesTheRest() {
        // Given
        var plate = plate();
        var terminal = "139" + String.format("%08d", SERIAL.incrementAndGet());
        take(
                check(
                        "a.csv",
                        (HEADINGS + plate + ",X6000,B1,,,张三 13800000001," + terminal + "\n")
                                .getBytes(StandardCharsets.UTF_8)),
                "ALL");
        var file = TableFile.write(
                TableFormat.XLSX,
                new Table(List.of("Plate", "Batch", "unknown"), List.of(new Table.Row(2, List.of(plate, "B2", "x")))));

        // When
        var report = check("b.xlsx", file);
        var taken = take(report, "ALL");
        var again = check("b.xlsx", file);

        // Then
        assertThat(report.jsonPath().getInt("changed")).isOne();
        assertThat(report.jsonPath().getList("ignoredHeadings")).isEqualTo(List.of("unknown"));
        taken.then().statusCode(200);
        assertThat(vehicle(plate).getString("items[0].sale.batch")).isEqualTo("B2");
        assertThat(vehicle(plate).getString("items[0].model")).isEqualTo("X6000");
        assertThat(vehicle(plate).getString("items[0].contacts[0].name")).isEqualTo("张三");
        assertThat(vehicle(plate).getString("items[0].terminals[0].terminalPhone"))
                .isEqualTo(terminal);
        assertThat(vehicle(plate).getInt("items[0].version")).isOne();
        assertThat(again.jsonPath().getInt("unchanged")).isOne();
    }

    @Test
    void takesInWhatItExported() {
        // Given
        var plate = plate();
        take(
                check(
                        "a.csv",
                        (HEADINGS + plate + ",X6000,B1,2024-05-31,2026-05-31,张三 13800000001,\n")
                                .getBytes(StandardCharsets.UTF_8)),
                "ALL");

        // When
        var csv = SignIn.as(Role.ADMIN)
                .get("/api/v1/vehicles/export?format=csv&q=" + plate)
                .asByteArray();
        var xlsx = SignIn.as(Role.ADMIN)
                .get("/api/v1/vehicles/export?format=xlsx&q=" + plate)
                .asByteArray();

        // Then
        assertThat(check("csv.csv", csv).jsonPath().getInt("unchanged")).isOne();
        assertThat(check("xlsx.xlsx", xlsx).jsonPath().getInt("unchanged")).isOne();
    }

    @Test
    void remembersWhoWasInWhichTruckWhenAndForgetsNothing() {
        // Given
        var terminal = "137" + String.format("%08d", SERIAL.incrementAndGet());
        var first = create(plate(), terminal);
        var second = create(plate(), null);

        // When
        edit(first, "{\"terminals\": []}").then().statusCode(200);
        edit(second, "{\"terminals\": [{\"terminalPhone\": \"0" + terminal + "\"}]}")
                .then()
                .statusCode(200);
        var history = SignIn.as(Role.OPERATOR)
                .get("/api/v1/terminals/0" + terminal + "/fittings")
                .jsonPath();

        // Then
        assertThat(history.getList("vehicleId")).containsExactly(id(second), id(first));
        assertThat(history.getString("[0].removedAt")).isNull();
        assertThat(history.getString("[1].fittedAt")).isNull();
        assertThat(history.getString("[1].removedBy")).isNotBlank();
        Assertions.assertThatThrownBy(() -> pool.query(
                                "update terminal_fitting set removed_at = now() where removed_at is" + " not null")
                        .execute()
                        .await()
                        .atMost(LIMIT))
                .hasMessageContaining("only ever added to");
        Assertions.assertThatThrownBy(() -> pool.query("delete from terminal_fitting")
                        .execute()
                        .await()
                        .atMost(LIMIT))
                .hasMessageContaining("only ever added to");
    }

    @Test
    void putsTerminalsOnTheirWorkLists() {
        // Given
        var silent = "136" + String.format("%08d", SERIAL.incrementAndGet());
        var stranger = "135" + String.format("%08d", SERIAL.incrementAndGet());
        create(plate(), silent);
        run("update terminal set heard_at = now() - interval '4 days', clock_wrong_since = now(),"
                + " fix_frozen_since = now() where phone = '" + silent + "'");
        run("insert into terminal (phone, protocol, plate_told, first_seen_at, changed_at)" + " values ('" + stranger
                + "', 'JT808_2013', '陕A·演9999', now() - interval '1 year', now())");

        // When
        var counts = SignIn.as(Role.SUPERVISOR).get("/api/v1/data-quality").jsonPath();

        // Then
        assertThat(counts.getList("list", String.class))
                .containsExactlyInAnyOrder(
                        "TERMINAL_WITHOUT_VEHICLE",
                        "VEHICLE_SILENT",
                        "CLOCK_WRONG",
                        "FIX_FROZEN",
                        "STATION_WITHOUT_DUTY_PHONE");
        for (var list : List.of("vehicle-silent", "clock-wrong", "fix-frozen")) {
            assertThat(phones(list)).contains(silent).doesNotContain(stranger);
        }
        assertThat(phones("terminal-without-vehicle")).contains(stranger).doesNotContain(silent);
        SignIn.as(Role.ADMIN)
                .get("/api/v1/data-quality/station-without-duty-phone")
                .then()
                .statusCode(200);
        SignIn.as(Role.ADMIN).get("/api/v1/data-quality/anything").then().statusCode(404);
    }

    @Test
    void findsAVehicleByTheEndOfItsVinThroughAnIndex() {
        // Given: so few rows are read faster whole
        var plan = new StringBuilder();

        // When
        pool.withConnection(connection -> connection
                        .query("set enable_seqscan = off")
                        .execute()
                        .chain(() -> connection
                                .query(
                                        "explain select id from vehicle where reverse(vin) like reverse('RX000021') || '%'")
                                .execute()))
                .await()
                .atMost(LIMIT)
                .forEach(row -> plan.append(row.getString(0)).append('\n'));

        // Then
        assertThat(plan.toString()).contains("vehicle_vin_end");
    }

    private static Response check(String name, byte[] file) {
        return SignIn.as(Role.ADMIN)
                .contentType("application/octet-stream")
                .header("Accept-Language", "zh")
                .body(file)
                .post("/api/v1/vehicles/imports?fileName=" + name);
    }

    private static Response take(Response report, String rows) {
        return SignIn.as(Role.ADMIN)
                .post("/api/v1/vehicles/imports/" + report.jsonPath().getString("id") + "/take?rows=" + rows);
    }

    private static String plate() {
        return "陕T" + SERIAL.incrementAndGet();
    }

    private static int found(String plate) {
        return vehicle(plate).getInt("total");
    }

    private static JsonPath vehicle(String plate) {
        return SignIn.as(Role.OPERATOR)
                .queryParam("q", plate)
                .get("/api/v1/vehicles")
                .jsonPath();
    }

    private static Response create(String plate, String terminal) {
        return SignIn.as(Role.ADMIN)
                .body(
                        terminal == null
                                ? Map.of("plate", plate)
                                : Map.of("plate", plate, "terminals", List.of(Map.of("terminalPhone", terminal))))
                .post("/api/v1/vehicles");
    }

    private static Response edit(Response vehicle, String patch) {
        return SignIn.as(Role.ADMIN)
                .header("If-Match", vehicle.header("ETag"))
                .body(patch)
                .patch("/api/v1/vehicles/" + id(vehicle));
    }

    private static String id(Response vehicle) {
        return vehicle.jsonPath().getString("id");
    }

    private static List<String> phones(String list) {
        return SignIn.as(Role.SUPERVISOR)
                .get("/api/v1/data-quality/" + list + "?size=200")
                .jsonPath()
                .getList("items.terminalPhone", String.class);
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(LIMIT);
    }
}
