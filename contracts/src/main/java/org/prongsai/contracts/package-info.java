/**
 * What services tell each other: event records, the topics they travel on, and how they are written down.
 *
 * <p>An event is announced once, by its owner. Fields are added, never renamed, never reused. Golden samples in the
 * tests of this module parse for ever.
 */
package org.prongsai.contracts;
