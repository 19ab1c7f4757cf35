package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.BoundedMap;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The {@code gift-chaos} fault for one client: gift messages come twice, change places with their
 * neighbour, and lose their end. The highest step of a combo always arrives.
 */
final class GiftChaos {
  private static final int COMBOS = 256;

  private final SiteContext site;
  private final Map<Combo, Long> sent = new BoundedMap<>(COMBOS);

  GiftChaos(SiteContext site) {
    this.site = site;
  }

  static boolean isGift(DouyinMessage message) {
    return message.method().equals("WebcastGiftMessage");
  }

  private record Combo(long user, long gift, long group) {}

  /** What a gift message says of its combo. */
  record Look(long user, long gift, long group, long units, boolean end) {}

  /** Reads a gift message of ours or of a capture; zeros where it is broken. */
  static Look look(DouyinMessage message) {
    try {
      ProtoFields in = new ProtoFields(null).over(message.payload());
      return new Look(in.int64(7, 1), in.int64(2), in.int64(11), in.int64(5), in.bool(9));
    } catch (MalformedException e) {
      return new Look(0, 0, 0, 0, false);
    }
  }

  /** The batch as this client gets it. */
  List<DouyinMessage> stir(List<DouyinMessage> batch) {
    List<DouyinMessage> stirred = new ArrayList<>();
    for (DouyinMessage message : batch) {
      if (isGift(message) && site.strikes(Fault.GIFT_CHAOS)) {
        stir(message, stirred);
      } else {
        stirred.add(message);
      }
    }
    return stirred;
  }

  private void stir(DouyinMessage message, List<DouyinMessage> out) {
    Look look = look(message);
    Combo combo = new Combo(look.user(), look.gift(), look.group());
    long before = sent.getOrDefault(combo, 0L);
    if (look.end() && look.group() != 0 && before >= look.units()) {
      return;
    }
    sent.put(combo, Math.max(before, look.units()));
    out.add(message);
    out.add(message);
    if (out.size() > 2 && site.random().nextBoolean()) {
      out.add(out.remove(out.size() - 3));
    }
  }
}
