package org.rescueline.event.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.testkit.SignIn;

@QuarkusTest
class PlaceResourceTest {

    @Test
    void namesAPointGivenInGcj02() {
        // Given: Huayin in GCJ-02

        // When
        var answer = SignIn.as(Role.OPERATOR).get("/api/v1/places?latitude=34.5640&longitude=110.0966&datum=gcj02");

        // Then
        answer.then().statusCode(200);
        assertThat(answer.jsonPath().getString("name.text")).isEqualTo("陕西省渭南市华阴市");
        assertThat(answer.jsonPath().getString("name.code")).isEqualTo("610582");
        assertThat(answer.jsonPath().getDouble("gcj02.longitude")).isEqualTo(110.0966, within(1e-6));
        assertThat(answer.jsonPath().getDouble("longitude")).isBetween(110.09, 110.0955);
        assertThat(answer.jsonPath().getString("nameSource")).contains("MIT");
    }

    @Test
    void namesEachFieldThatIsWrong() {
        // When
        var answer = SignIn.as(Role.OPERATOR).get("/api/v1/places?latitude=91&datum=MARS");

        // Then
        answer.then().statusCode(400);
        assertThat(answer.jsonPath().getList("fields.field", String.class))
                .containsExactly("latitude", "longitude", "datum");
    }

    @Test
    void namesNothingAtSea() {
        // When
        var answer = SignIn.as(Role.DISPATCHER).get("/api/v1/places?latitude=36&longitude=123.5");

        // Then
        answer.then().statusCode(200);
        assertThat(answer.jsonPath().getString("name")).isNull();
    }
}
