package io.github.danmuhub.benchmarks;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;
import tech.ordinaryroad.live.chat.client.codec.douyin.msg.DouyinDanmuMsg;
import tech.ordinaryroad.live.chat.client.codec.douyin.msg.DouyinEnterRoomMsg;
import tech.ordinaryroad.live.chat.client.codec.douyin.msg.DouyinGiftMsg;
import tech.ordinaryroad.live.chat.client.codec.douyin.msg.DouyinLikeMsg;
import tech.ordinaryroad.live.chat.client.codec.douyin.msg.DouyinSocialMsg;
import tech.ordinaryroad.live.chat.client.douyin.client.DouyinLiveChatClient;
import tech.ordinaryroad.live.chat.client.douyin.config.DouyinLiveChatClientConfig;
import tech.ordinaryroad.live.chat.client.douyin.listener.IDouyinMsgListener;
import tech.ordinaryroad.live.chat.client.douyin.netty.handler.DouyinBinaryFrameHandler;
import tech.ordinaryroad.live.chat.client.douyin.netty.handler.DouyinCodecHandler;

/** The peer's own pipeline, from the WebSocket frame to its listener, which reads the fields. */
final class PeerDouyin implements IDouyinMsgListener {
  private final EmbeddedChannel channel =
      new EmbeddedChannel(
          new DouyinCodecHandler(), new DouyinBinaryFrameHandler(List.of(this), client()));
  @Nullable Blackhole hole;
  long heard;

  /** Its way of counting gifts is read from a client's configuration. */
  private static DouyinLiveChatClient client() {
    return new DouyinLiveChatClient(
        DouyinLiveChatClientConfig.builder().roomId(80017709309L).build());
  }

  void receive(byte[] frame) {
    channel.writeInbound(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(frame)));
    // it answers a frame that wants an ack with an object that no handler writes
    channel.outboundMessages().clear();
  }

  @Override
  public void onDanmuMsg(DouyinDanmuMsg msg) {
    person(msg.getUid(), msg.getUsername(), msg.getUserAvatar(), msg.getBadgeName());
    consume(msg.getBadgeLevel());
    consume(msg.getContent());
  }

  @Override
  public void onEnterRoomMsg(DouyinEnterRoomMsg msg) {
    person(msg.getUid(), msg.getUsername(), msg.getUserAvatar(), msg.getBadgeName());
    consume(msg.getBadgeLevel());
  }

  @Override
  public void onLikeMsg(DouyinLikeMsg msg) {
    person(msg.getUid(), msg.getUsername(), msg.getUserAvatar(), msg.getBadgeName());
    consume(msg.getClickCount());
  }

  @Override
  public void onSocialMsg(DouyinSocialMsg msg) {
    person(msg.getUid(), msg.getUsername(), msg.getUserAvatar(), msg.getBadgeName());
    consume(msg.getSocialAction());
  }

  @Override
  public void onGiftMsg(DouyinGiftMsg msg) {
    person(msg.getUid(), msg.getUsername(), msg.getUserAvatar(), msg.getBadgeName());
    consume(msg.getGiftId());
    consume(msg.getGiftName());
    consume(msg.getGiftCount());
    consume(msg.getGiftPrice());
  }

  private void person(Object id, Object name, Object avatar, Object badge) {
    heard++;
    consume(id);
    consume(name);
    consume(avatar);
    consume(badge);
  }

  private void consume(Object value) {
    if (hole != null) {
      hole.consume(value);
    }
  }
}
