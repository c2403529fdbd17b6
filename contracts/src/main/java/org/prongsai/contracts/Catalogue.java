package org.prongsai.contracts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.FrameworkPublished;
import org.prongsai.contracts.assessment.PersonChanged;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.contracts.assessment.RoundOpened;
import org.prongsai.contracts.assessment.RoundReframed;
import org.prongsai.contracts.assessment.UnitsJoined;
import org.prongsai.contracts.assessment.WindowExtended;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.contracts.notification.MessageSent;
import org.prongsai.contracts.scoring.ScoreChanged;

/** Every event of the platform: its type name, its topic, and whether it may ever leave the platform. */
public final class Catalogue {

    /** Who may see events of a type. */
    public enum Visibility {
        /** May be told to webhooks of other systems. */
        PUBLIC,
        /** Never leaves the platform, neither by webhook nor by export. */
        INTERNAL
    }

    /** One row of the catalogue; {@code type} is the {@code ce_type} header and the simple name of the record. */
    public record Entry(Class<? extends Event> event, Topic topic, Visibility visibility, String says) {
        public String type() {
            return event.getSimpleName();
        }
    }

    public static final List<Entry> EVENTS = List.of(
            new Entry(
                    FrameworkPublished.class,
                    Topic.FRAMEWORKS,
                    Visibility.PUBLIC,
                    "A framework version exists; it never changes again."),
            new Entry(
                    AgencyChanged.class,
                    Topic.AGENCIES,
                    Visibility.PUBLIC,
                    "An agency was registered or its register entry changed."),
            new Entry(RoundOpened.class, Topic.ROUNDS, Visibility.PUBLIC, "A round exists with its calendar and k."),
            new Entry(WindowExtended.class, Topic.ROUNDS, Visibility.PUBLIC, "Windows of the round's calendar moved."),
            new Entry(
                    UnitsJoined.class,
                    Topic.ROUNDS,
                    Visibility.PUBLIC,
                    "Other units than before are assessed together in the round."),
            new Entry(
                    RoundReframed.class,
                    Topic.ROUNDS,
                    Visibility.PUBLIC,
                    "The round uses a newer version of its framework."),
            new Entry(
                    PopulationRegistered.class,
                    Topic.POPULATIONS,
                    Visibility.INTERNAL,
                    "A unit's number of staff and service users for a round was set."),
            new Entry(
                    PersonChanged.class,
                    Topic.PEOPLE,
                    Visibility.INTERNAL,
                    "A person or a person's assignments changed; a tombstone when the person is erased."),
            new Entry(
                    ResponsesReleased.class,
                    Topic.RESPONSES,
                    Visibility.INTERNAL,
                    "A shuffled group of at least k answers of one unit left the pool."),
            new Entry(ItemMarked.class, Topic.ITEMS, Visibility.INTERNAL, "An OIT item of a unit has its final mark."),
            new Entry(
                    ScoreChanged.class,
                    Topic.SCORES,
                    Visibility.INTERNAL,
                    "A unit's score changed; internal until the round is published."),
            new Entry(
                    MessageSent.class,
                    Topic.MESSAGES,
                    Visibility.INTERNAL,
                    "A person was told something; carries no address and no text."));

    private static final Map<String, Entry> BY_TYPE =
            EVENTS.stream().collect(Collectors.toUnmodifiableMap(Entry::type, Function.identity()));

    private static final Map<Class<? extends Event>, Entry> BY_CLASS =
            EVENTS.stream().collect(Collectors.toUnmodifiableMap(Entry::event, Function.identity()));

    private Catalogue() {}

    /** The row of that {@code ce_type}, or empty for a type of a later version, which is ignored and counted. */
    public static Optional<Entry> find(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** @throws IllegalArgumentException if the class is not in the catalogue: add a row and a golden sample */
    public static Entry of(Event event) {
        Entry entry = BY_CLASS.get(event.getClass());
        if (entry == null) {
            throw new IllegalArgumentException(
                    event.getClass().getName() + " is not in Catalogue.EVENTS: add its row and a golden sample");
        }
        return entry;
    }
}
