package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtagTest {
    private final Etag etag = Etag.version(7);

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "\"6\", \"7\"", "*"})
    void anEditOfThisVersionGoesOn(String ifMatch) {
        assertThat(etag.refuse(ifMatch)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "\"77\""})
    void anEditOfAnotherVersionIsStaleAndLearnsTheRightOne(String ifMatch) {
        var problem = etag.refuse(ifMatch).orElseThrow();
        assertThat(problem.type()).isEqualTo(ProblemType.STALE);
        assertThat(problem.headers()).containsEntry("ETag", "\"7\"");
        assertThat(problem.faults()).containsExactly(new Fault("If-Match:", "stale", "\"7\"", ifMatch));
    }

    @Test
    void anEditOfNoVersionMustNameOne() {
        assertThat(etag.refuse(null).orElseThrow().type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
        assertThat(etag.refuse(" ").orElseThrow().type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
    }

    @Test
    void theSameContentHasTheSameTag() {
        assertThat(Etag.content("ก")).isEqualTo(Etag.content("ก")).isNotEqualTo(Etag.content("ข"));
        assertThat(Etag.content("ก").value()).matches("\"[A-Za-z0-9_-]{22}\"");
    }
}
