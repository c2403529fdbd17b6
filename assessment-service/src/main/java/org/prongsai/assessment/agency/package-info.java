/** The register of agencies: a tree that comes in by file and is told to everyone. */
@NullMarked
package org.prongsai.assessment.agency;

import org.jspecify.annotations.NullMarked;
