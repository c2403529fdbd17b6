/** What becomes of agencies: new names, mergers and splits, with ids that stay. */
@NullMarked
package org.prongsai.assessment.lineage;

import org.jspecify.annotations.NullMarked;
