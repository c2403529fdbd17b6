/**
 * How events are told and heard: at least once on the wire, once in effect.
 *
 * <p>A writer saves state and event in one Postgres transaction ({@link org.prongsai.messaging.OutboxWriter}); the relay
 * numbers and sends ({@link org.prongsai.messaging.OutboxRelay}); a consumer commits its effect, its offset and the
 * highest number of each stream in one transaction ({@link org.prongsai.messaging.InboxListener}). R2DBC everywhere:
 * listeners, jobs and the relay block one transaction on a virtual thread; JDBC is used by Flyway alone.
 */
package org.prongsai.messaging;
