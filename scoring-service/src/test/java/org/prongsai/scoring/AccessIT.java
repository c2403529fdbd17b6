package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prongsai.web.AccessReader;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class AccessIT {

    @Test
    void every_address_stands_under_a_row_of_the_access_table() {
        var mapping = Stage.get().service().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        assertThat(AccessReader.doors(mapping))
                .extracting(AccessReader.Door::toString)
                .containsExactly(
                        "GET /api/v1/rounds/{round}/agencies/{agency}/score READ_SCORE",
                        "GET /api/v1/rounds/{round}/scores LIST_SCORES");
    }
}
