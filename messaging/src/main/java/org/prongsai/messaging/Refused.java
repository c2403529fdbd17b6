package org.prongsai.messaging;

/** An event that was read but can never take effect; it is parked with the reason and its stream goes on. */
public record Refused(Told told, String reason) {}
