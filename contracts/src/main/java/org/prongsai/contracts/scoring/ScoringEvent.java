package org.prongsai.contracts.scoring;

import org.prongsai.contracts.Event;

/** What the scoring service tells. */
public sealed interface ScoringEvent extends Event permits ScoreChanged {}
