package org.prongsai.assessment.report;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where somebody can complain to others than those who are assessed.
 *
 * @param complaints at least one
 */
@ConfigurationProperties("prongsai")
public record ComplaintSettings(List<Channel> complaints) {

    /**
     * An office that hears complaints.
     *
     * @param name in Thai and English
     * @param phone as it is dialled
     * @param url of its page
     */
    public record Channel(Map<String, String> name, String phone, String url) {}

    public ComplaintSettings {
        if (complaints == null || complaints.isEmpty()) {
            throw new IllegalArgumentException(
                    "prongsai.complaints names nobody, expected at least one office with name, phone and url");
        }
        complaints = List.copyOf(complaints);
    }
}
