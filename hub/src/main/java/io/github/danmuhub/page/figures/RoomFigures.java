package io.github.danmuhub.page.figures;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.User;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is counted of one room. */
final class RoomFigures {
  private static final int GAPS = 50;
  private static final int CURRENCIES = 8;

  final MinuteRow chats = new MinuteRow();
  final TopPeople speakers = new TopPeople();
  final Map<String, Income> income = new LinkedHashMap<>();
  final Map<Stats.Figure, Long> told = new EnumMap<>(Stats.Figure.class);
  final Deque<Gap> gaps = new ArrayDeque<>();
  long chatCount;
  long speakerCount;

  /** What came in, in one currency. */
  static final class Income {
    final MinuteRow minutes = new MinuteRow();
    final TopPeople givers = new TopPeople();
    long milli;
  }

  void said(long minute, User user, boolean isNew) {
    chats.add(minute, 1);
    speakers.add(user, 1);
    chatCount++;
    speakerCount += isNew ? 1 : 0;
  }

  void paid(long minute, User user, Money value) {
    if (income.size() < CURRENCIES || income.containsKey(value.currency())) {
      Income in = income.computeIfAbsent(value.currency(), first -> new Income());
      in.minutes.add(minute, value.milli());
      in.givers.add(user, value.milli());
      in.milli = MinuteRow.plus(in.milli, value.milli());
    }
  }

  void missed(Gap gap) {
    gaps.addLast(gap);
    if (gaps.size() > GAPS) {
      gaps.removeFirst();
    }
  }
}
