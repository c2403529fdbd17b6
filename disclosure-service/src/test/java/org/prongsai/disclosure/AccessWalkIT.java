package org.prongsai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.prongsai.web.AccessReader;
import org.prongsai.web.AccessReader.Door;
import org.prongsai.web.Caller;
import org.prongsai.web.Role;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Knocks at every door as everybody: who the table refuses is refused, and nobody else. */
class AccessWalkIT {
    private final DisclosureWorld world = DisclosureWorld.get();

    @TestFactory
    Stream<DynamicTest> everyDoorKeepsItsRow() {
        var doors = AccessReader.doors(
                world.service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
        assertThat(doors).isNotEmpty();
        aRoundAndAnAgencyAreKnown();
        return doors.stream().map(door -> DynamicTest.dynamicTest(door.toString(), () -> knock(door)));
    }

    private void aRoundAndAnAgencyAreKnown() {
        Samples.agencies().forEach(world::tell);
        world.tell(Samples.agency("walk", "province", List.of("walk")));
        world.tell(Samples.framework());
        world.tell(Samples.round("walk", "sample@1"));
        await().until(() ->
                world.rows("select 1 from round r, agency a, framework where round = 'walk' and agency = 'walk'")
                                .size()
                        > 0);
    }

    private void knock(Door door) {
        var row = door.row().orElseThrow();
        assertThat(refused(door, ""))
                .as("nobody")
                .isEqualTo(row.refuse(Caller.ANONYMOUS, List.of()).isPresent());
        for (var role : Role.values()) {
            var caller = new Caller("demo-" + role.code(), Set.of(role), List.of());
            assertThat(refused(door, role.code()))
                    .as(role.code())
                    .isEqualTo(row.refuse(caller, List.of("walk")).isPresent());
        }
    }

    private boolean refused(Door door, String role) {
        var path = door.path().replaceFirst("/api/v1", "").replaceAll("\\{[^}]+}", "walk");
        var answer = world.send(
                path, role, request -> request.method(door.method(), HttpRequest.BodyPublishers.ofString("x"))
                        .header("Content-Type", "text/csv"));
        assertThat(answer.status()).as(door + " for " + role).isLessThan(500).isNotEqualTo(404);
        return Set.of(401, 403).contains(answer.status());
    }
}
