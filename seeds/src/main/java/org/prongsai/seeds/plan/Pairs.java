package org.prongsai.seeds.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.prongsai.seeds.demo.Profile;

/** Something for each profile, as somebody types it: {@code good=0.5,poor=0.5}. */
final class Pairs {

    private Pairs() {}

    /** In the order typed; refused with everything that is wrong. */
    static <T> Map<Profile, T> of(String text, String expected, Function<String, T> reading) {
        var faults = new ArrayList<String>();
        var pairs = new LinkedHashMap<Profile, T>();
        for (String pair : List.of(text.split(",", -1))) read(pair.strip(), expected, reading, pairs, faults);
        if (!faults.isEmpty()) throw new IllegalArgumentException(String.join("; ", faults));
        return pairs;
    }

    private static <T> void read(
            String pair, String expected, Function<String, T> reading, Map<Profile, T> pairs, List<String> faults) {
        int equals = pair.indexOf('=');
        if (equals < 0) faults.add("'%s' is not of the form profile=number".formatted(pair));
        else
            try {
                Profile profile = Profile.of(pair.substring(0, equals).strip());
                T value = reading.apply(pair.substring(equals + 1).strip());
                if (pairs.put(profile, value) != null) faults.add(profile.code() + " stands there twice");
            } catch (NumberFormatException wrong) {
                faults.add("'%s' needs %s".formatted(pair, expected));
            } catch (IllegalArgumentException unknown) {
                faults.add(String.valueOf(unknown.getMessage()));
            }
    }
}
