package org.prongsai.scoring.rebuild;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.prongsai.contracts.Topic;
import org.prongsai.messaging.Place;

/** The inboxes of this service, by the names under which their positions are kept. */
enum Inbox {
    REGISTER("scoring-register", Topic.FRAMEWORKS, Topic.AGENCIES, Topic.ROUNDS, Topic.POPULATIONS),
    ITEMS("scoring-items", Topic.ITEMS),
    RESPONSES("scoring-responses", Topic.RESPONSES);

    private final String code;
    private final Topic[] topics;

    Inbox(String code, Topic... topics) {
        this.code = code;
        this.topics = topics;
    }

    String code() {
        return code;
    }

    Set<Topic> topics() {
        return Set.of(topics);
    }

    List<Place> among(Collection<Place> places) {
        return places.stream().filter(place -> topics().contains(place.topic())).toList();
    }
}
