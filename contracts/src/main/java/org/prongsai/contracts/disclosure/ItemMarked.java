package org.prongsai.contracts.disclosure;

/**
 * An OIT item of a unit has a final mark; a later event of the same item replaces it.
 *
 * @param mark one of the framework's mark set
 */
public record ItemMarked(String round, String agency, String item, int mark) implements DisclosureEvent {
    @Override
    public String subject() {
        return agency;
    }
}
