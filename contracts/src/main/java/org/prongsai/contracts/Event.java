package org.prongsai.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Something that happened, told by its owner in the past tense; {@link Catalogue} says where it travels. */
public interface Event {

    /**
     * What the event is about, as CloudEvents {@code subject} and as key of its record: the agency on appended topics,
     * the identity of the whole state on compacted ones.
     */
    @JsonIgnore
    String subject();
}
