package org.prongsai.gateway;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.prongsai.rules.HouseRules;

class HouseRulesTest {
    @TestFactory
    Stream<DynamicTest> rules() {
        return HouseRules.of("org.prongsai.gateway");
    }
}
