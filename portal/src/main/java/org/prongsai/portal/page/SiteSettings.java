package org.prongsai.portal.page;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people reach the pages.
 *
 * @param address of the gateway as browsers know it, without a path; printed on posters and slips
 */
@ConfigurationProperties("prongsai.site")
public record SiteSettings(String address) {
    public SiteSettings {
        if (URI.create(address).getHost() == null || address.endsWith("/")) {
            throw new IllegalArgumentException(
                    "prongsai.site.address is '%s', expected an address like https://ita.example.go.th, no path"
                            .formatted(address));
        }
    }
}
