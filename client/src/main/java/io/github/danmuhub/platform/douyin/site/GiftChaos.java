package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.BoundedMap;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
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
    long user = 0;
    long gift = 0;
    long group = 0;
    long units = 0;
    boolean end = false;
    try {
      ProtoReader in = new ProtoReader(message.payload().duplicate());
      for (int field = in.next(); field != 0; field = in.next()) {
        switch (field) {
          case 2 -> gift = in.int64();
          case 5 -> units = in.int64();
          case 7 -> user = in.innerNumber(1);
          case 9 -> end = in.bool();
          case 11 -> group = in.int64();
          default -> in.skip();
        }
      }
    } catch (MalformedException e) {
      return new Look(0, 0, 0, 0, false);
    }
    return new Look(user, gift, group, units, end);
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
