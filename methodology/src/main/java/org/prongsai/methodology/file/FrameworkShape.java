package org.prongsai.methodology.file;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.BelowMinimum;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.GroupSize;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Rounding;
import org.prongsai.methodology.framework.SampleRule;

/** What a framework looks like in the file. */
record FrameworkShape(Findings findings) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern REF = Pattern.compile("(" + NAME.pattern() + ")@[1-9][0-9]{0,8}");
    private static final int LARGEST_K = 1000;
    private static final int PEOPLE = 100_000_000;

    Framework read(Place place) {
        place.only(
                "ref",
                "name",
                "fiscalYear",
                "title",
                "focus",
                "provenance",
                "languages",
                "translations",
                "rounding",
                "belowMinimum",
                "k",
                "hostedEvidence",
                "instruments",
                "levels",
                "sampleRule");
        var languages = Languages.read(place);
        var provenance = place.word("provenance", Place.PROVENANCES);
        var instruments = new InstrumentShape(languages, provenance);
        var ref = ref(place);
        return new Framework(
                ref,
                name(place, ref),
                place.integer("fiscalYear", 2540, 2700),
                place.texts("title", languages),
                place.textsIfAny("focus", languages),
                provenance,
                languages,
                Languages.translations(place, languages),
                rounding(place),
                belowMinimum(place),
                groupSize(place),
                place.flag("hostedEvidence"),
                place.sharing("instruments", instruments::read, Instrument::weight),
                new LevelShape(languages).read(place, findings),
                sampleRule(place.object("sampleRule")));
    }

    private static @Nullable String ref(Place place) {
        if (!place.has("ref")) return null;
        var ref = place.word("ref");
        if (REF.matcher(ref).matches()) return ref;
        if (!ref.isEmpty()) place.fault("ref", "bad-ref", "name@version");
        return null;
    }

    private static String name(Place place, @Nullable String ref) {
        if (!place.has("name") && ref != null) return ref.substring(0, ref.indexOf('@'));
        var name = place.word("name");
        if (!name.isEmpty() && (name.length() > 64 || !NAME.matcher(name).matches()))
            place.fault("name", "bad-name", "small letters, digits and hyphens, at most 64");
        else if (ref != null && !ref.startsWith(name + "@")) place.fault("name", "other-name", ref);
        return name;
    }

    private static Rounding rounding(Place place) {
        if (!place.has("rounding")) return new Rounding(2, Rounding.HALF_UP);
        var rounding = place.object("rounding").only("places", "mode");
        return new Rounding(rounding.integer("places", 0, 6), rounding.word("mode", List.of(Rounding.HALF_UP)));
    }

    private static BelowMinimum belowMinimum(Place place) {
        if (!place.has("belowMinimum")) return BelowMinimum.NO_SCORE;
        var code = place.word("belowMinimum", BelowMinimum.codes());
        return BelowMinimum.codes().contains(code) ? BelowMinimum.of(code) : BelowMinimum.NO_SCORE;
    }

    /** Fewer than two are no group; k itself lies between its bounds. */
    private static GroupSize groupSize(Place place) {
        if (!place.has("k")) return GroupSize.USUAL;
        var k = place.object("k").only("least", "default", "largest");
        int least = k.integer("least", 2, LARGEST_K);
        int largest = k.integer("largest", least, LARGEST_K);
        return new GroupSize(least, k.integer("default", least, Math.max(least, largest)), largest);
    }

    private SampleRule sampleRule(Place place) {
        place.only("censusBelow", "floor", "share", "capAbove", "cap");
        int before = findings.count();
        var rule = new SampleRule(
                place.integer("censusBelow", 0, PEOPLE),
                place.integer("floor", 0, PEOPLE),
                place.decimal("share", BigDecimal.ZERO, BigDecimal.ONE),
                place.integer("capAbove", 1, PEOPLE),
                place.integer("cap", 1, PEOPLE));
        if (findings.count() > before) return rule;
        if (rule.cap() < rule.floor()) place.fault("cap", "below-floor", rule.floor());
        if (rule.capAbove() < rule.censusBelow()) place.fault("capAbove", "below-census", rule.censusBelow());
        if (rule.cap() > rule.capAbove()) place.fault("cap", "more-than-people", rule.capAbove());
        return rule;
    }
}
