package org.prongsai.gateway.edge;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prongsai.gateway.problem.Language;
import org.prongsai.gateway.problem.ProblemWriter;
import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;

/**
 * Answers requests that never become one, being too long or malformed, with a problem instead of an empty page; and
 * hangs up on senders who go on and on, since a body that was refused is still read so that the refusal is seen.
 */
final class UnreadableHandler extends ChannelDuplexHandler {
    private final long patience;
    private final Consumer<Reason> refused;
    private long received;
    private Language language = Language.EN;
    private int unanswered;
    private boolean answering;

    UnreadableHandler(long patience, Consumer<Reason> refused) {
        this.patience = patience;
        this.refused = refused;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        boolean unreadable = message instanceof DecoderResultProvider read
                && read.decoderResult().isFailure();
        if (message instanceof HttpRequest request) {
            begin(request);
            if (!unreadable) {
                AddressReader.read(request);
            }
        }
        if (message instanceof HttpContent content) {
            received += content.content().readableBytes();
        }
        if (unreadable || received > patience) {
            ReferenceCountUtil.release(message);
            turnAway(context, unreadable ? reason(message) : null);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            answering = response.status().codeClass() != HttpStatusClass.INFORMATIONAL;
        }
        if (message instanceof LastHttpContent && answering) {
            answering = false;
            unanswered--;
        }
        var _ = context.write(message, promise);
    }

    private void begin(HttpRequest request) {
        received = 0;
        unanswered++;
        language = Language.of(request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE));
    }

    /** Says why only where the sender cannot take it for, or read it in the middle of, the answer to something else. */
    private void turnAway(ChannelHandlerContext context, @Nullable Reason reason) {
        if (reason == null || unanswered != 1 || answering) {
            var _ = context.close();
        } else {
            refused.accept(reason);
            context.writeAndFlush(answer(reason, language)).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private static Reason reason(Object message) {
        return switch (((DecoderResultProvider) message).decoderResult().cause()) {
            case TooLongHttpLineException _ -> Reason.ADDRESS_TOO_LONG;
            case TooLongHttpHeaderException _ -> Reason.HEADERS_TOO_LARGE;
            default -> message instanceof HttpRequest ? Reason.UNREADABLE : Reason.BODY_UNREADABLE;
        };
    }

    private static FullHttpResponse answer(Reason reason, Language language) {
        byte[] body = ProblemWriter.json(new Refusal(reason), language);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reason.status()), Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, ProblemWriter.CONTENT_TYPE)
                .set(HttpHeaderNames.CONTENT_LANGUAGE, language.tag())
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.CONNECTION, "close")
                .set("Referrer-Policy", SafetyHeaders.referrerPolicy(""))
                .set("Content-Security-Policy", SafetyHeaders.contentPolicy(""));
        SafetyHeaders.ALWAYS.forEach(response.headers()::set);
        return response;
    }
}
