package io.github.danmuhub.script;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.SuperChat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a platform's viewers have to say and to spend: the {@link Script} speaks it.
 *
 * @param carried the events that the platform can tell; there are no others in its script
 * @param emotes the emoticons that stand in a text
 */
public record Vocabulary(Carried carried, Audience audience, Shop shop, List<Chat.Emote> emotes) {

  public Vocabulary {
    emotes = List.copyOf(emotes);
  }

  /**
   * How its people look.
   *
   * @param firstId the lowest user id; all are decimal numbers
   * @param avatar URL of a picture, {@code {id}} standing for the user's id; empty for none
   * @param badge what the room's fan badge says; empty where there are no badges
   */
  public record Audience(long firstId, String avatar, String badge) {}

  /** What can be bought; empty lists where the platform sells no such thing. */
  public record Shop(List<GiftKind> gifts, List<Tier> tiers, List<Pin> pins) {

    public Shop {
      gifts = List.copyOf(gifts);
      tiers = List.copyOf(tiers);
      pins = List.copyOf(pins);
    }
  }

  /**
   * A gift of the catalogue.
   *
   * @param price of one
   * @param sizes how many are given at once; several are the platform's groups
   * @param runs whether giving it again and again makes a combo
   */
  public record GiftKind(Gift.Item item, Money price, List<Integer> sizes, boolean runs) {

    public GiftKind {
      sizes = List.copyOf(sizes);
    }
  }

  /** A membership, such as 舰长, with the price of a term. */
  public record Tier(String tier, String name, Membership.Term term, Money price) {}

  /** A super chat: what it costs to be pinned for so long. */
  public record Pin(Money price, int seconds, SuperChat.@Nullable Colors colors) {}
}
