/** The one door to the platform: it finds the service for a request, checks its token, and holds everyone to limits. */
@NullMarked
package org.prongsai.gateway;

import org.jspecify.annotations.NullMarked;
