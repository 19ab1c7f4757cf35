package io.github.danmuhub.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Lets the answer to a WebSocket handshake through up to {@link SocketBounds#REFUSAL_BODY}. What is
 * longer is cut there, so that its status and headers still show why we were refused, and the
 * connection is closed. Where the WebSocket opens, its frames are watched from the first one on
 * ({@link FrameScan}).
 */
final class RefusalBound extends ChannelInboundHandlerAdapter {
  private final FrameBound frames;
  private int left = SocketBounds.REFUSAL_BODY;
  private boolean deflate;

  RefusalBound(FrameBound frames) {
    this.frames = frames;
  }

  @Override
  public void channelRead(ChannelHandlerContext channel, Object message) {
    if (message instanceof HttpResponse answer) {
      deflate = DeflateOffer.isIn(answer.headers());
    }
    if (left < 0) {
      ReferenceCountUtil.release(message);
    } else if (message instanceof HttpObject http && http.decoderResult().isFailure()) {
      giveUp(channel, http);
    } else if (message instanceof HttpContent content) {
      pass(channel, content);
    } else {
      channel.fireChannelRead(message);
    }
  }

  private void pass(ChannelHandlerContext channel, HttpContent content) {
    boolean last = content instanceof LastHttpContent;
    left -= content.content().readableBytes();
    if (left < 0) {
      cut(channel, content);
    } else {
      ChannelPipeline pipeline = channel.pipeline();
      if (last) {
        pipeline.remove(this);
      }
      channel.fireChannelRead(content);
      if (last) {
        FrameScan.atClient(pipeline, frames, deflate);
      }
    }
  }

  /** What is no HTTP; Vert.x would wait for its end. */
  private void giveUp(ChannelHandlerContext channel, HttpObject broken) {
    left = -1;
    ReferenceCountUtil.release(broken);
    var unused = channel.close();
  }

  private void cut(ChannelHandlerContext channel, HttpContent content) {
    content.content().writerIndex(content.content().writerIndex() + left);
    channel.fireChannelRead(content);
    if (!(content instanceof LastHttpContent)) {
      channel.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }
    var unused = channel.close();
  }
}
