package org.prongsai.assessment;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static final List<String> PATH = List.of("walk-root", "walk");
    private final AssessmentWorld world = AssessmentWorld.get();

    @TestFactory
    Stream<DynamicTest> every_door_keeps_its_row() {
        world.agencies("walk-root,,bureau", "walk,walk-root,province", "walk-other,walk-root,province");
        var doors = AccessReader.doors(
                world.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
        assertThat(doors)
                .hasSizeGreaterThan(12)
                .allSatisfy(door -> assertThat(door.row()).as(door.toString()).isPresent());
        return doors.stream().map(door -> DynamicTest.dynamicTest(door.toString(), () -> knock(door)));
    }

    private void knock(Door door) {
        var row = door.row().orElseThrow();
        assertThat(refused(door, ""))
                .isEqualTo(row.refuse(Caller.ANONYMOUS, List.of()).isPresent());
        for (var role : Role.values()) {
            for (String subtree : new String[] {"walk-root", "walk-other"}) {
                var caller = new Caller("demo-" + role.code(), Set.of(role), List.of(subtree));
                assertThat(refused(door, world.token(role.code(), subtree)))
                        .as(role.code() + " of " + subtree)
                        .isEqualTo(row.refuse(caller, door.path().contains("{agency}") ? PATH : List.of())
                                .isPresent());
            }
        }
    }

    private boolean refused(Door door, String token) {
        String path = door.path().replaceAll("\\{[^}]+}", "walk");
        // A door that takes another type is no door at all, so everybody brings what it takes.
        String type = door.path().endsWith("/responses/imports")
                ? "application/x-ndjson"
                : List.of("imports", "item-lists", "contacts")
                                .contains(door.path().replaceFirst(".*/", ""))
                        ? "text/csv"
                        : "application/json";
        var answer = token.isEmpty()
                ? world.send(door.method().toString(), path, "x", "Content-Type", type)
                : world.write(token, door.method().toString(), path, type, "x");
        assertThat(answer.status()).as(door.toString()).isLessThan(500);
        return Set.of(401, 403).contains(answer.status());
    }
}
