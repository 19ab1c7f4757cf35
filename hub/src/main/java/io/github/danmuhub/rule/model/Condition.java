package io.github.danmuhub.rule.model;

import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.User;
import io.github.danmuhub.text.Phrase;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must be so for a rule to fire. Immutable. */
public sealed interface Condition {
  boolean holds(Occasion occasion, Counters counters);

  /** The first part that does not hold, for a person; only asked where it does not. */
  Phrase failing(Occasion occasion, Counters counters);

  /** All of them; of none: always. */
  record All(List<Condition> parts) implements Condition {
    public static final All ALWAYS = new All(List.of());

    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Occasion occasion, Counters counters) {
      for (Condition part : parts) {
        if (!part.holds(occasion, counters)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Phrase failing(Occasion occasion, Counters counters) {
      return parts.stream()
          .filter(part -> !part.holds(occasion, counters))
          .findFirst()
          .map(part -> part.failing(occasion, counters))
          .orElse(Phrase.NONE);
    }
  }

  /** One of them at least. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Occasion occasion, Counters counters) {
      for (Condition part : parts) {
        if (part.holds(occasion, counters)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Phrase failing(Occasion occasion, Counters counters) {
      return Phrase.of("decided.none");
    }
  }

  /** Not so. */
  record Not(Condition part) implements Condition {
    @Override
    public boolean holds(Occasion occasion, Counters counters) {
      return !part.holds(occasion, counters);
    }

    @Override
    public Phrase failing(Occasion occasion, Counters counters) {
      return Phrase.of("decided.not");
    }
  }

  /** A field that is text. */
  record Text(Field field, TextTest test) implements Condition {
    @Override
    public boolean holds(Occasion occasion, Counters counters) {
      if (field == Fields.TEXT) {
        return test.accepts(occasion.cleanedText(), occasion.foldedText());
      }
      Object value = field.of(occasion);
      return value != null && test.accepts((String) value);
    }

    @Override
    public Phrase failing(Occasion occasion, Counters counters) {
      return Phrase.of("decided.text", field.name());
    }
  }

  /** A whole number of the occasion's, between two bounds that count. */
  record Whole(Field field, long least, long most) implements Condition {
    @Override
    public boolean holds(Occasion occasion, Counters counters) {
      Object value = field.of(occasion);
      return value != null && (Long) value >= least && (Long) value <= most;
    }

    @Override
    public Phrase failing(Occasion occasion, Counters counters) {
      return Phrase.of("decided.is", field.name(), String.valueOf(field.of(occasion)));
    }
  }

  /** A counter, between two bounds that count. */
  record Counted(String counter, long least, long most) implements Condition {
    @Override
    public boolean holds(Occasion occasion, Counters counters) {
      long value = counters.value(counter);
      return value >= least && value <= most;
    }

    @Override
    public Phrase failing(Occasion occasion, Counters counters) {
      return Phrase.of("decided.is", "counter." + counter, counters.value(counter));
    }
  }

  /** An amount in this currency and no other, in thousandths, between two bounds that count. */
  record Amount(Field field, String currency, long least, long most) implements Condition {
    @Override
    public boolean holds(Occasion occasion, Counters counters) {
      return field.of(occasion) instanceof Money money
          && money.currency().equals(currency)
          && money.milli() >= least
          && money.milli() <= most;
    }

    @Override
    public Phrase failing(Occasion occasion, Counters counters) {
      return Phrase.of("decided.is", field.name(), Words.of(field.of(occasion)));
    }
  }

  /** Somebody with one of these roles. */
  record Roles(Field field, Set<User.Role> roles) implements Condition {
    public Roles {
      roles = Set.copyOf(roles);
    }

    @Override
    public boolean holds(Occasion occasion, Counters counters) {
      @Nullable Object has = field.of(occasion);
      return has instanceof Set<?> set && !Collections.disjoint(roles, set);
    }

    @Override
    public Phrase failing(Occasion occasion, Counters counters) {
      return Phrase.of("decided.are", field.name(), Words.of(field.of(occasion)));
    }
  }
}
