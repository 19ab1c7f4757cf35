package io.github.danmuhub.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.util.ReferenceCountUtil;

/**
 * Reads a WebSocket's bytes along, before Netty's decoder gets them, and keeps {@link FrameRules}.
 * A break goes to the socket's exception handler, which closes it, as one that the decoder finds;
 * what came before still arrives, the rest is not read.
 */
public final class FrameScan extends ChannelInboundHandlerAdapter {
  private final FrameRules rules;
  private boolean broken;

  private FrameScan(TextFrames texts) {
    this.rules = new FrameRules(texts);
  }

  /**
   * For a client's WebSocket at a server of ours, as soon as the handshake is through; on its loop.
   *
   * @param maxFrame bytes of a frame's payload
   */
  public static void atServer(ChannelPipeline pipeline, int maxFrame, TextFrames texts) {
    install(pipeline, new FrameBound(maxFrame, false), true, texts, false);
  }

  /** The same, of a server that agreed to permessage-deflate. */
  static void atDeflatingServer(ChannelPipeline pipeline, int maxFrame, TextFrames texts) {
    install(pipeline, new FrameBound(maxFrame, false), true, texts, true);
  }

  static void atClient(ChannelPipeline pipeline, FrameBound bound, boolean deflate) {
    install(pipeline, bound, false, TextFrames.CHECKED, deflate);
  }

  /** The decoder makes room for another: what it has not yet decoded is read along so, too. */
  private static void install(
      ChannelPipeline pipeline,
      FrameBound bound,
      boolean masked,
      TextFrames texts,
      boolean deflate) {
    ChannelHandlerContext first = pipeline.context(WebSocketFrameDecoder.class);
    if (first != null) {
      WebSocketDecoderConfig config =
          WebSocketDecoderConfig.newBuilder()
              .expectMaskedFrames(masked)
              .maxFramePayloadLength(bound.most())
              .allowExtensions(deflate)
              .closeOnProtocolViolation(false) // it would miss the encoder
              .build();
      pipeline.addAfter(first.name(), "danmu-decoder", new WebSocket13FrameDecoder(config));
      pipeline.addAfter(first.name(), "danmu-scan", new FrameScan(texts));
      if (bound.skips()) {
        pipeline.addAfter(first.name(), "danmu-skip", new OversizeFrames(bound.most()));
      }
      if (deflate) {
        // after both codecs, so that it sees frames on either way
        pipeline.addAfter(
            behind(pipeline), "danmu-deflate", new MessageCompression(bound.most(), masked));
      }
      pipeline.remove(first.name());
    }
  }

  private static String behind(ChannelPipeline pipeline) {
    String encoder = pipeline.context(WebSocketFrameEncoder.class).name();
    return pipeline.names().indexOf(encoder) > pipeline.names().indexOf("danmu-decoder")
        ? encoder
        : "danmu-decoder";
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (broken) {
      ReferenceCountUtil.release(message);
    } else if (message instanceof ByteBuf bytes) {
      scan(context, bytes);
    } else {
      context.fireChannelRead(message);
    }
  }

  private void scan(ChannelHandlerContext context, ByteBuf bytes) {
    int at = bytes.readerIndex();
    try {
      while (at < bytes.writerIndex()) {
        at = rules.read(bytes, at);
      }
      context.fireChannelRead(bytes);
    } catch (CorruptedWebSocketFrameException why) {
      broken = true;
      context.fireChannelRead(bytes.writerIndex(at));
      context.fireExceptionCaught(why);
    }
  }
}
