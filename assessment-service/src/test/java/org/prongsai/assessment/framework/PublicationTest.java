package org.prongsai.assessment.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Given;
import org.prongsai.methodology.file.FrameworkFile;

class PublicationTest {

    @Test
    void theFirstIsVersionOne() {
        var first = Publication.of(Given.FRAMEWORK, Optional.empty());
        assertThat(first.fresh()).isTrue();
        assertThat(first.version().ref()).hasToString(Given.FRAMEWORK.name() + "@1");
    }

    @Test
    void theSameAgainIsNothingNew() {
        var stored = Published.stored(Published.of(Given.FRAMEWORK.at(3)).json());
        var again = Publication.of(Given.FRAMEWORK.unversioned(), Optional.of(stored));
        assertThat(again).isEqualTo(new Publication(stored, false));
        var other = FrameworkFile.parse(stored.json().replace("\"provisional\"", "\"verified\""))
                .orThrow();
        assertThat(Publication.of(other, Optional.of(stored)).version().ref().version())
                .isEqualTo(4);
    }

    @Test
    void theBodyNamesWhatTheAddressNames() {
        var json = FrameworkFile.json(Given.FRAMEWORK.unversioned());
        assertThat(Publication.read(Given.FRAMEWORK.name(), json).problems()).isEmpty();
        assertThat(Publication.read("other", json).problems()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/name");
            assertThat(fault.expected()).isEqualTo("other");
        });
    }

    @Test
    void aReferenceIsANameAndANumber() {
        assertThat(FrameworkRef.of("a-b@12")).contains(new FrameworkRef("a-b", 12));
        assertThat(FrameworkRef.of("a-b")).isEmpty();
        assertThat(FrameworkRef.of("a@0")).isEmpty();
        assertThat(FrameworkRef.of("a@99999999999")).isEmpty();
    }
}
