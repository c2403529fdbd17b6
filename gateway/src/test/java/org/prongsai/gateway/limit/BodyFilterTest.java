package org.prongsai.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prongsai.gateway.problem.Refusal;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.Flux;

class BodyFilterTest {
    private static final int LIMIT = 10;
    private final NettyDataBufferFactory buffers = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

    @Test
    void aBodyAsLargeAsItMayBePasses() {
        assertThat(pass(bytes(LIMIT - 1), bytes(1))).isEqualTo(2);
    }

    /** Whoever streams too much must not cost the gateway the memory of what it read last. */
    @Test
    void theByteTooManyEndsTheBodyAndIsGivenBack() {
        ByteBuf tooMuch = bytes(1);

        assertThatThrownBy(() -> pass(bytes(LIMIT), tooMuch)).isInstanceOf(Refusal.class);

        assertThat(tooMuch.refCnt()).isZero();
    }

    private @Nullable Long pass(ByteBuf... parts) {
        return BodyFilter.upTo(LIMIT, Flux.fromArray(parts).map(buffers::wrap))
                .count()
                .block();
    }

    private static ByteBuf bytes(int size) {
        return UnpooledByteBufAllocator.DEFAULT.buffer(size).writeZero(size);
    }
}
