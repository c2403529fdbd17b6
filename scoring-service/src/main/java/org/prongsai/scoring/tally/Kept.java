package org.prongsai.scoring.tally;

/** A tally as it is kept. */
record Kept(TallyKey key, String framework, long responses, String body) {}
