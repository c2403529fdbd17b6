package org.prongsai.contracts.disclosure;

import org.prongsai.contracts.Event;

/** What the disclosure service tells. */
public sealed interface DisclosureEvent extends Event permits ItemMarked {}
