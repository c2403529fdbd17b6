package org.prongsai.rules;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules every module of the house keeps, each shown as a test of its own.
 *
 * <pre>{@code
 * class HouseRulesTest {
 *     @TestFactory
 *     Stream<DynamicTest> houseRules() {
 *         return HouseRules.of("org.prongsai.messaging");
 *     }
 * }
 * }</pre>
 */
public final class HouseRules {

    static final List<Rule> ALL = List.of(
            Border.BARE_NOUNS_ARE_PURE,
            Features.NO_CYCLE,
            Features.ONE_LEVEL_DEEP,
            Features.TICKETS_AND_RESPONSES_ARE_STRANGERS,
            Databases.TICKETS_AND_RESPONSES_LIE_APART,
            Modules.KNOW_ONLY_THOSE_BELOW,
            Names.SAY_WHAT_A_THING_IS,
            Habits.NO_MOCKS,
            Habits.NOBODY_SLEEPS,
            Habits.NO_FIELD_INJECTION,
            Habits.SERVICES_DO_NOT_PRINT,
            Doors.EVERY_DOOR_NAMES_WHO_MAY_ENTER,
            Size.A_FILE_FITS_ON_A_FEW_SCREENS);

    private HouseRules() {}

    /** One test per rule for the module whose classes live in this package, and its taste, which is only reported. */
    public static Stream<DynamicTest> of(String modulePackage) {
        Code code = CodeReader.onClassPath(modulePackage);
        Stream<DynamicTest> rules = ALL.stream().map(rule -> rule.testOf(code));
        return Stream.concat(rules, Stream.of(tasteOf(code)));
    }

    private static DynamicTest tasteOf(Code code) {
        return DynamicTest.dynamicTest(
                "Taste (reported, not enforced)", () -> TasteWriter.print(Taste.of(code.module(), code.mainSources())));
    }
}
