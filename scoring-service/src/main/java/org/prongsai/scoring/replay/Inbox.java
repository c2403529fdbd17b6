package org.prongsai.scoring.replay;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.prongsai.contracts.Topic;
import org.prongsai.messaging.Place;

/** The inboxes of this service, by the names under which their positions are kept. */
public enum Inbox {
    REGISTER("scoring-register", Topic.FRAMEWORKS, Topic.AGENCIES, Topic.ROUNDS, Topic.POPULATIONS),
    ITEMS("scoring-items", Topic.ITEMS),
    RESPONSES("scoring-responses", Topic.RESPONSES);

    private final String code;
    private final Topic[] topics;

    Inbox(String code, Topic... topics) {
        this.code = code;
        this.topics = topics;
    }

    /** Those of all. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Inbox::code).toList();
    }

    /** Everything that is told to this service. */
    public static Set<Topic> allTopics() {
        return Arrays.stream(values()).flatMap(inbox -> inbox.topics().stream()).collect(Collectors.toSet());
    }

    public String code() {
        return code;
    }

    public Set<Topic> topics() {
        return Set.of(topics);
    }

    public List<Place> among(Collection<Place> places) {
        return places.stream().filter(place -> topics().contains(place.topic())).toList();
    }
}
