package io.github.danmuhub.stats;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was paid. Currencies are never added to each other: lists that can have only one are of real
 * money where there is some, else of the coin that was paid in most often.
 */
final class Income {
  /** Super chats that the report lists one by one; all are in the sums. */
  static final int SUPER_CHATS = 1_000;

  private static final Pattern MONEY = Pattern.compile("[A-Z]{3}");

  private final long start;
  private final Map<String, Purse> purses = new TreeMap<>();
  private final Map<String, Report.GiftTotal> gifts = new HashMap<>();
  private final List<Report.SuperChatLine> superChats = new ArrayList<>();
  private final Map<String, Long> memberships = new TreeMap<>();
  private long superChatCount;

  Income(long start) {
    this.start = start;
  }

  /**
   * @param at when, by the time of the recording, epoch milliseconds
   */
  void accept(LiveEvent event, long at) {
    if (event instanceof Gift gift && gift.count() > 0) {
      addGift(gift);
      paid(at, gift.user(), gift.value());
    } else if (event instanceof SuperChat superChat) {
      add(superChat, at);
      paid(at, superChat.user(), superChat.value());
    } else if (event instanceof Membership membership) {
      memberships.merge(membership.name(), 1L, Long::sum);
      paid(at, membership.user(), membership.value());
    }
  }

  private void addGift(Gift gift) {
    Money value = gift.value();
    String unit = value == null ? null : value.currency();
    long milli = value == null ? 0 : value.milli();
    gifts.merge(
        gift.item().name() + '\0' + unit,
        new Report.GiftTotal(gift.item().name(), gift.count(), milli, unit),
        (a, b) ->
            new Report.GiftTotal(
                a.name(), Sums.add(a.count(), b.count()), Sums.add(a.value(), b.value()), unit));
  }

  private void add(SuperChat event, long at) {
    superChatCount++;
    if (superChats.size() < SUPER_CHATS) {
      superChats.add(
          new Report.SuperChatLine(at, event.user().displayName(), event.value(), event.text()));
    }
  }

  private void paid(long at, User user, @Nullable Money value) {
    if (value != null) {
      purses
          .computeIfAbsent(value.currency(), currency -> new Purse(start))
          .add(at, user, value.milli());
    }
  }

  /** With what others counted, and lists of people of that length. */
  Report.Income report(int length, Report.BlindBoxes boxes) {
    Map<String, Long> totals = new TreeMap<>();
    Map<String, List<Long>> minutes = new TreeMap<>();
    purses.forEach((currency, purse) -> totals.put(currency, purse.sum()));
    purses.forEach((currency, purse) -> minutes.put(currency, purse.minutes().sums()));
    String currency = currency();
    Purse purse = purses.getOrDefault(currency, new Purse(start));
    return new Report.Income(
        totals,
        currency,
        minutes,
        byGift(),
        purse.givers().top(length),
        new Report.SuperChats(superChatCount, superChats),
        memberships(),
        boxes);
  }

  /** The one that lists are of; empty where nothing was paid. */
  private String currency() {
    return purses.entrySet().stream()
        .max(
            Comparator.comparing((Map.Entry<String, Purse> e) -> isMoney(e.getKey()))
                .thenComparing(e -> e.getValue().payments()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static boolean isMoney(@Nullable String currency) {
    return currency != null && MONEY.matcher(currency).matches();
  }

  /** Real money first, then coin by coin; of each the most valuable first. */
  private List<Report.GiftTotal> byGift() {
    return gifts.values().stream()
        .sorted(
            Comparator.comparing((Report.GiftTotal g) -> !isMoney(g.currency()))
                .thenComparing(Report.GiftTotal::currency, nullsLast(naturalOrder()))
                .thenComparing(g -> -g.value())
                .thenComparing(g -> -g.count())
                .thenComparing(Report.GiftTotal::name))
        .toList();
  }

  private Report.Memberships memberships() {
    long count = memberships.values().stream().mapToLong(Long::longValue).sum();
    return new Report.Memberships(count, memberships);
  }
}
