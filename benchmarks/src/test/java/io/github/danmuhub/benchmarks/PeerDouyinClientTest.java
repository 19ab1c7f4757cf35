package io.github.danmuhub.benchmarks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tech.ordinaryroad.live.chat.client.codec.douyin.msg.DouyinDanmuMsg;
import tech.ordinaryroad.live.chat.client.codec.douyin.msg.DouyinGiftMsg;
import tech.ordinaryroad.live.chat.client.douyin.listener.IDouyinMsgListener;

/** The peer's own client, unmodified, hears our simulator in another process. */
@Tag("load")
class PeerDouyinClientTest {

  @Test
  void itHearsChatsAndGiftsAndItsMissingAcksAreListed() throws Exception {
    Heard heard = new Heard();
    EventLoopGroup loop = new NioEventLoopGroup(1);
    List<String> tallies;
    try (SimulatorProcess simulator = SimulatorProcess.start("douyin:80017709309")) {
      RedirectedDouyinClient client =
          new RedirectedDouyinClient(simulator.uri(), 80017709309L, heard, loop);
      client.connect();
      assertThat(heard.chats.await(60, SECONDS)).as("chats").isTrue();
      assertThat(heard.gifts.await(60, SECONDS)).as("gifts").isTrue();
      client.disconnect();
      tallies = simulator.stop();
    } finally {
      loop.shutdownGracefully(0, 1, SECONDS).await(10, SECONDS);
    }
    assertThat(tallies).anyMatch(line -> line.startsWith("danmu: douyin: handshakes accepted"));
    assertThat(tallies).anyMatch(line -> line.startsWith("danmu: douyin: acks missing"));
    assertThat(tallies).noneMatch(line -> line.startsWith("danmu: douyin: acks right"));
  }

  private static final class Heard implements IDouyinMsgListener {
    final CountDownLatch chats = new CountDownLatch(50);

    /** At 25 a second: longer than the site's patience with acks, which is 5 s. */
    final CountDownLatch gifts = new CountDownLatch(200);

    @Override
    public void onDanmuMsg(DouyinDanmuMsg msg) {
      if (!msg.getContent().isEmpty() && !msg.getUsername().isEmpty()) {
        chats.countDown();
      }
    }

    @Override
    public void onGiftMsg(DouyinGiftMsg msg) {
      if (!msg.getGiftName().isEmpty()) {
        gifts.countDown();
      }
    }
  }
}
