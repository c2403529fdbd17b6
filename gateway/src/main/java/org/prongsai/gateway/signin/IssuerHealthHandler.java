package org.prongsai.gateway.signin;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether the issuer's keys are known, and is always up: answering and reading need no sign-in. */
@Component("issuer")
class IssuerHealthHandler implements HealthIndicator {
    private final IssuerClient issuer;

    IssuerHealthHandler(IssuerClient issuer) {
        this.issuer = issuer;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("keys", issuer.condition()).build();
    }
}
