package org.prongsai.disclosure.marking;

/** What an assessor gave an item of a unit. */
record Mark(Spot spot, int mark) {

    /** One item of one unit of a round. */
    record Spot(String agency, String item) {}

    static Mark of(String agency, String item, int mark) {
        return new Mark(new Spot(agency, item), mark);
    }
}
