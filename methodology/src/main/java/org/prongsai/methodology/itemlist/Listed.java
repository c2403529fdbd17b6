package org.prongsai.methodology.itemlist;

import java.util.Map;

/** One item as the authority lists it: its code, where it belongs, what it is called, and how sure that is. */
public record Listed(String code, String subIndicator, Map<String, String> title, String provenance) {}
