package org.prongsai.seeds.demo;

/** The answers of one unit, instrument and part, which must reach the platform together. */
record Pool(Unit unit, String instrument, String part, int responses) {

    /** Staff and those who answer by themselves can be rehearsed; those whom assessors choose cannot. */
    Profile profile() {
        return chosenByAssessors() ? unit.profile().unrehearsed() : unit.profile();
    }

    private boolean chosenByAssessors() {
        return part.equals("2");
    }
}
