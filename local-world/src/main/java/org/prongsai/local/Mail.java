package org.prongsai.local;

/** One delivered message as a test or a curious person wants to read it. */
record Mail(String from, String to, String subject, String date, String text) {}
