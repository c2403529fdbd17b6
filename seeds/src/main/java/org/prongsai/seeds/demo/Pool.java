package org.prongsai.seeds.demo;

/** The answers of one unit, instrument and part, which must reach the platform together. */
public record Pool(Unit unit, String instrument, String part, int responses) {

    /** Staff and those who answer by themselves can be rehearsed; those whom assessors choose cannot. */
    Profile profile() {
        return chosenByAssessors() ? unit.profile().unrehearsed() : unit.profile();
    }

    /** The share of these people who answer from the script. */
    double scripted() {
        return chosenByAssessors() ? 0 : unit.scripted();
    }

    private boolean chosenByAssessors() {
        return part.equals("2");
    }
}
