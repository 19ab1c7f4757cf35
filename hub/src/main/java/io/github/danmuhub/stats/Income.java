package io.github.danmuhub.stats;

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
import org.jspecify.annotations.Nullable;

/**
 * What was paid. Currencies are never added to each other: lists that can have only one are of the
 * recording's first paid one.
 */
final class Income {
  /** Super chats that the report lists one by one; all are in the sums. */
  static final int SUPER_CHATS = 1_000;

  private final Minutes minutes;
  private final Map<String, Long> byCurrency = new TreeMap<>();
  private final Map<String, Report.GiftTotal> gifts = new HashMap<>();
  private final People givers = new People();
  private final List<Report.SuperChatLine> superChats = new ArrayList<>();
  private final Map<String, Long> memberships = new TreeMap<>();
  private String currency = "";

  Income(long start) {
    minutes = new Minutes(start);
  }

  void accept(LiveEvent event) {
    if (event instanceof Gift gift && gift.count() > 0) {
      addGift(gift);
      paid(event, gift.user(), gift.value());
    } else if (event instanceof SuperChat superChat) {
      add(superChat);
      paid(event, superChat.user(), superChat.value());
    } else if (event instanceof Membership membership) {
      memberships.merge(membership.name(), 1L, Long::sum);
      paid(event, membership.user(), membership.value());
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
            new Report.GiftTotal(a.name(), a.count() + b.count(), a.value() + b.value(), unit));
  }

  private void add(SuperChat event) {
    if (superChats.size() < SUPER_CHATS) {
      superChats.add(
          new Report.SuperChatLine(
              event.origin().received(), event.user().displayName(), event.value(), event.text()));
    }
  }

  private void paid(LiveEvent event, User user, @Nullable Money value) {
    if (value == null) {
      return;
    }
    byCurrency.merge(value.currency(), value.milli(), Long::sum);
    currency = currency.isEmpty() ? value.currency() : currency;
    if (currency.equals(value.currency())) {
      minutes.add(event.origin().received(), value.milli());
      givers.add(user, value.milli());
    }
  }

  Map<String, Long> byCurrency() {
    return byCurrency;
  }

  String currency() {
    return currency;
  }

  List<Long> perMinute() {
    return minutes.sums();
  }

  List<Report.GiftTotal> byGift() {
    return gifts.values().stream()
        .sorted(
            Comparator.comparingLong((Report.GiftTotal g) -> -g.value())
                .thenComparing(g -> -g.count())
                .thenComparing(Report.GiftTotal::name))
        .toList();
  }

  List<Report.Person> topGivers(int length) {
    return givers.top(length);
  }

  List<Report.SuperChatLine> superChats() {
    return superChats;
  }

  Report.Memberships memberships() {
    long count = memberships.values().stream().mapToLong(Long::longValue).sum();
    return new Report.Memberships(count, memberships);
  }
}
