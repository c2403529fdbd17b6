package org.prongsai.gateway.edge;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import org.prongsai.gateway.problem.Language;
import org.prongsai.gateway.problem.ProblemWriter;
import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;

/**
 * Answers requests that never become one, being too long or malformed, with a problem instead of an empty page; and
 * hangs up on senders who go on and on, since a body that was refused is still read so that the refusal is seen.
 */
final class UnreadableHandler extends ChannelInboundHandlerAdapter {
    private final long patience;
    private long received;

    UnreadableHandler(long patience) {
        this.patience = patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            refuse(context, reason(request.decoderResult().cause()));
        } else if (isEndless(message)) {
            ReferenceCountUtil.release(message);
            var _ = context.close();
        } else {
            context.fireChannelRead(message);
        }
    }

    private boolean isEndless(Object message) {
        if (message instanceof HttpRequest) {
            received = 0;
        }
        if (message instanceof HttpContent content) {
            received += content.content().readableBytes();
        }
        return received > patience;
    }

    private static Reason reason(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ -> Reason.ADDRESS_TOO_LONG;
            case TooLongHttpHeaderException _ -> Reason.HEADERS_TOO_LARGE;
            default -> Reason.UNREADABLE;
        };
    }

    private static void refuse(ChannelHandlerContext context, Reason reason) {
        byte[] body = ProblemWriter.json(new Refusal(reason), Language.EN);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reason.status()), Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, ProblemWriter.CONTENT_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, "close")
                .set("Content-Security-Policy", SafetyHeaders.contentPolicy(""));
        SafetyHeaders.ALWAYS.forEach(response.headers()::set);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
