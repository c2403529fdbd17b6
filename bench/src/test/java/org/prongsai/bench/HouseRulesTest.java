package org.prongsai.bench;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.prongsai.rules.HouseRules;

/** This module keeps the rules of the house. */
class HouseRulesTest {

    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of("org.prongsai.bench");
    }
}
