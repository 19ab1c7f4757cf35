package io.github.danmuhub.benchmarks;

import cn.hutool.core.lang.Pair;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;
import tech.ordinaryroad.live.chat.client.bilibili.listener.IBilibiliMsgListener;
import tech.ordinaryroad.live.chat.client.bilibili.netty.handler.BilibiliBinaryFrameHandler;
import tech.ordinaryroad.live.chat.client.bilibili.netty.handler.BilibiliCodecHandler;
import tech.ordinaryroad.live.chat.client.codec.bilibili.msg.DanmuMsgMsg;
import tech.ordinaryroad.live.chat.client.codec.bilibili.msg.InteractWordMsg;
import tech.ordinaryroad.live.chat.client.codec.bilibili.msg.SendGiftMsg;

/** The peer's own pipeline, from the WebSocket frame to its listener, which reads the fields. */
final class PeerBilibili implements IBilibiliMsgListener {
  private final EmbeddedChannel channel =
      new EmbeddedChannel(
          new BilibiliCodecHandler(),
          new BilibiliBinaryFrameHandler(List.of(this), 545068L, Pair.of(545068L, 545068L)));
  @Nullable Blackhole hole;
  long heard;

  void receive(byte[] frame) {
    channel.writeInbound(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(frame)));
  }

  @Override
  public void onDanmuMsg(DanmuMsgMsg msg) {
    consume(msg.getUid(), msg.getUsername(), msg.getContent());
    consume(msg.getBadgeName(), msg.getBadgeLevel(), msg.getUserAvatar());
  }

  @Override
  public void onEnterRoomMsg(InteractWordMsg msg) {
    consume(msg.getUid(), msg.getUsername(), msg.getBadgeName());
    consume(msg.getBadgeLevel(), msg.getUserAvatar(), msg);
  }

  @Override
  public void onGiftMsg(SendGiftMsg msg) {
    consume(msg.getUid(), msg.getUsername(), msg.getGiftName());
    consume(msg.getGiftId(), msg.getGiftCount(), msg.getGiftPrice());
  }

  private void consume(Object a, Object b, Object c) {
    heard++;
    if (hole != null) {
      hole.consume(a);
      hole.consume(b);
      hole.consume(c);
    }
  }
}
