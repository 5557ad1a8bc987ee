package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.CloseReason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.util.ReferenceCountUtil;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Takes the frames of one client apart, by Netty's decoder, and enforces what a client may send. Used by one thread at a time. */
final class FrameReader {

    /** What a client said. */
    interface Receiver {

        /** Any frame began, also a part of a message. May throw {@link BrokenRuleException}. */
        void frame();

        void text(String text);

        void ping(byte[] payload);

        void pong(byte[] payload);

        void goodbye();
    }

    /** A connection may end at any time, and then nobody is there to give pooled memory back. */
    private static final ByteBufAllocator GARBAGE_COLLECTED = new UnpooledByteBufAllocator(false, true);

    private final Receiver receiver;
    private final EmbeddedChannel channel;
    private @Nullable Throwable failure;

    /** {@code maxMessageBytes} holds for a frame and for a message of several. */
    FrameReader(int maxMessageBytes, Receiver receiver) {
        this.receiver = receiver;
        WebSocketDecoderConfig config = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(maxMessageBytes)
                .expectMaskedFrames(true)
                .allowMaskMismatch(false)
                .allowExtensions(false)
                .closeOnProtocolViolation(false)
                .withUTF8Validator(false)
                .build();
        channel = new EmbeddedChannel(
                new WebSocket13FrameDecoder(config),
                new Counter(),
                new Utf8FrameValidator(false),
                new WebSocketFrameAggregator(maxMessageBytes),
                new FailureKeeper());
        channel.config().setAllocator(GARBAGE_COLLECTED);
    }

    /** Tells the receiver what these bytes complete; throws {@link BrokenRuleException}, and then nothing more can be read. */
    void read(ByteBuffer bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes));
        if (failure != null) {
            throw broken(failure);
        }
        for (WebSocketFrame frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            try {
                tell(frame);
            } finally {
                frame.release();
            }
        }
    }

    private void tell(WebSocketFrame frame) {
        ByteBuf content = frame.content();
        if (frame instanceof TextWebSocketFrame text) {
            receiver.text(text.text());
        } else if (frame instanceof PingWebSocketFrame) {
            receiver.ping(ByteBufUtil.getBytes(content));
        } else if (frame instanceof PongWebSocketFrame) {
            receiver.pong(ByteBufUtil.getBytes(content));
        } else if (frame instanceof CloseWebSocketFrame) {
            receiver.goodbye();
        }
        // Binary messages say nothing to any endpoint.
    }

    private static RuntimeException broken(Throwable failure) {
        String detail = String.valueOf(failure.getMessage());
        if (failure instanceof BrokenRuleException broken) {
            return broken;
        } else if (failure instanceof TooLongFrameException) {
            return new BrokenRuleException(CloseReason.TOO_LARGE, detail);
        } else if (failure instanceof CorruptedWebSocketFrameException corrupted) {
            CloseReason reason =
                    switch (corrupted.closeStatus().code()) {
                        case 1007 -> CloseReason.NOT_TEXT;
                        case 1009 -> CloseReason.TOO_LARGE;
                        default -> CloseReason.PROTOCOL;
                    };
            return new BrokenRuleException(reason, detail);
        } else if (failure instanceof DecoderException) {
            return new BrokenRuleException(CloseReason.PROTOCOL, detail);
        }
        return new IllegalStateException(failure);
    }

    /** Lets nothing pass behind the first failure. */
    private final class Counter extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object frame) {
            if (failure == null) {
                receiver.frame();
                context.fireChannelRead(frame);
            } else {
                ReferenceCountUtil.release(frame);
            }
        }
    }

    /** Keeps failures from the channel, which would log each. */
    private final class FailureKeeper extends ChannelInboundHandlerAdapter {

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            failure = failure == null ? cause : failure;
        }
    }
}
