package org.rescueline.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.testkit.SignIn;

@QuarkusTest
class SearchTest {

    @Test
    void findsATruckByItsPlateAndByTheLastEightOfItsVin() {
        // Given
        var vin = "LZGJL4W4" + "5RX" + "004217";
        SignIn.as(Role.DISPATCHER)
                .body(Map.of("vin", vin, "plate", "陕AZ4217"))
                .post("/api/v1/vehicles")
                .then()
                .statusCode(201);

        // When
        var byPlate = search("陕AZ4217");
        var byLastEight = search(vin.substring(9));

        // Then
        assertThat(byPlate.getString("[0].type")).isEqualTo("VEHICLE");
        assertThat(byPlate.getString("[0].title")).isEqualTo("陕AZ4217");
        assertThat(byLastEight.getList("title", String.class)).contains("陕AZ4217");
    }

    @Test
    void refusesASingleCharacterInWordsThatHelp() {
        SignIn.as(Role.OPERATOR)
                .header("Accept-Language", "en")
                .get("/api/v1/console/search?q=x")
                .then()
                .statusCode(400)
                .body("detail", containsString("2–60 characters"));
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(search("no such thing anywhere").getList("$")).isEmpty();
    }

    private static JsonPath search(String words) {
        return SignIn.as(Role.OPERATOR)
                .queryParam("q", words)
                .get("/api/v1/console/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
