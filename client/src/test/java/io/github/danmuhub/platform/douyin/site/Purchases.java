package io.github.danmuhub.platform.douyin.site;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.site.GiftChaos.Look;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What was bought in a scripted room: its script run once more, without the faults. */
public final class Purchases {
  private Purchases() {}

  /** Whether a message of the script closes a purchase: its end, or a gift without a combo. */
  private static boolean isBought(DouyinMessage message) {
    Look look = GiftChaos.look(message);
    return message.method().equals(Payloads.GIFT) && (look.end() || look.group() == 0);
  }

  /** The number of purchases within the first messages of the script. */
  public static long count(long seed, long messages) {
    return script(seed, messages).filter(Purchases::isBought).count();
  }

  /** Giver and gift, {@code 10000000001/463}, → units. */
  public static Map<String, Long> units(long seed, long messages) {
    return script(seed, messages)
        .filter(Purchases::isBought)
        .map(GiftChaos::look)
        .collect(groupingBy(look -> look.user() + "/" + look.gift(), summingLong(Look::units)));
  }

  private static Stream<DouyinMessage> script(long seed, long messages) {
    // neither the room's id nor the rate matters to what is bought
    ScriptFeed script = new ScriptFeed(seed, 1);
    return LongStream.range(0, messages).mapToObj(n -> script.message(n, 0, "7600000000000000001"));
  }
}
