package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Battle;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.User;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The constants of an enum and their words: {@code CUT_OFF} is {@code cut_off}. */
public final class EnumWords<E extends Enum<E>> {
  static final EnumWords<Chat.Mode> MODE = new EnumWords<>(Chat.Mode.values());
  static final EnumWords<User.Role> ROLE = new EnumWords<>(User.Role.values());
  static final EnumWords<Membership.Kind> KIND = new EnumWords<>(Membership.Kind.values());
  static final EnumWords<Stats.Figure> FIGURE = new EnumWords<>(Stats.Figure.values());
  static final EnumWords<Broadcast.State> BROADCAST = new EnumWords<>(Broadcast.State.values());
  static final EnumWords<Battle.State> BATTLE = new EnumWords<>(Battle.State.values());
  static final EnumWords<Moderation.Action> ACTION = new EnumWords<>(Moderation.Action.values());
  static final EnumWords<Lottery.Phase> PHASE = new EnumWords<>(Lottery.Phase.values());
  static final EnumWords<Connection.State> CONNECTION = new EnumWords<>(Connection.State.values());

  private final List<E> constants;
  private final Map<E, String> words;
  private final Map<String, E> byWord = new HashMap<>();

  private EnumWords(E[] constants) {
    this.constants = List.of(constants);
    words = new EnumMap<>(constants[0].getDeclaringClass());
    for (E constant : constants) {
      String word = word(constant);
      words.put(constant, word);
      byWord.put(word, constant);
    }
  }

  /** The word of any constant. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** In declared order. */
  List<E> constants() {
    return constants;
  }

  String of(E constant) {
    return Objects.requireNonNull(words.get(constant));
  }

  /** Null where nothing is called so. */
  @Nullable E find(String word) {
    return byWord.get(word);
  }

  Set<String> all() {
    return byWord.keySet();
  }
}
