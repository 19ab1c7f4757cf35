package io.github.danmuhub.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What most messages say. Where a language does not part its words (Chinese, Japanese), each two to
 * four characters in a row may be one, and of those the longest stand that are nearly as frequent
 * as their parts. A message counts once for each word in it. At most {@value #LIMIT} are counted at
 * a time: the rarest are forgotten then, so that rare ones may be missing, and no frequent one is.
 */
final class FrequentWords {
  private static final int LIMIT = 50_000;
  private static final int LONGEST_MESSAGE = 200;
  private static final int LONGEST_GRAM = 4;

  /** What many say in the same words is one, too. */
  private static final int LONGEST_PHRASE = 12;

  private static final int LEAST = 3;

  /** A part is told beside its whole if it stands elsewhere too, in at least half as many. */
  private static final double OF_ITS_OWN = 1.5;

  private static final Pattern RUN =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]+|[\\p{L}\\p{N}]{2,30}");
  private static final Pattern REPEATED = Pattern.compile("(.)\\1{2,}");
  private static final Pattern CJK =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]+");

  private static final Set<String> SAY_NOTHING =
      Set.of(
          "这个", "那个", "什么", "怎么", "可以", "没有", "不是", "就是", "还是", "一个", "我们", "你们", "他们", "自己", "现在",
          "真的", "知道", "时候", "不要", "是不是", "有没有", "the", "and", "you", "is", "it", "to", "of", "in",
          "for", "that", "this");

  private final Map<String, Long> counts = new HashMap<>();
  private long forgotten;

  void add(String message) {
    String text =
        message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
    for (String word : words(text.toLowerCase(Locale.ROOT))) {
      counts.merge(word, 1L, Long::sum);
    }
    while (counts.size() > LIMIT) {
      forgotten++;
      counts.values().removeIf(count -> count <= forgotten);
    }
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher run = RUN.matcher(REPEATED.matcher(text).replaceAll("$1$1$1"));
    while (run.find()) {
      if (CJK.matcher(run.group()).matches()) {
        addGrams(run.group(), words);
      } else {
        words.add(run.group());
      }
    }
    words.removeAll(SAY_NOTHING);
    return words;
  }

  private static void addGrams(String run, Set<String> words) {
    int[] characters = run.codePoints().toArray();
    for (int from = 0; from < characters.length; from++) {
      for (int n = 2; n <= LONGEST_GRAM && from + n <= characters.length; n++) {
        words.add(new String(characters, from, n));
      }
    }
    if (characters.length > LONGEST_GRAM && characters.length <= LONGEST_PHRASE) {
      words.add(run);
    }
  }

  /** The most frequent first; what stands in fewer than {@value #LEAST} messages is left out. */
  List<Report.Word> top(int most) {
    List<Map.Entry<String, Long>> candidates =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= LEAST)
            .sorted(
                Comparator.comparingLong((Map.Entry<String, Long> e) -> -e.getValue())
                    .thenComparing(e -> -e.getKey().length())
                    .thenComparing(Map.Entry::getKey))
            .limit(most * 20L)
            .toList();
    List<Report.Word> chosen = new ArrayList<>();
    for (Map.Entry<String, Long> entry : candidates) {
      boolean part = candidates.stream().anyMatch(other -> isMostlyPartOf(entry, other));
      if (!part && chosen.size() < most) {
        chosen.add(new Report.Word(entry.getKey(), entry.getValue()));
      }
    }
    return chosen;
  }

  private static boolean isMostlyPartOf(
      Map.Entry<String, Long> part, Map.Entry<String, Long> whole) {
    return whole.getKey().length() > part.getKey().length()
        && whole.getKey().contains(part.getKey())
        && CJK.matcher(part.getKey()).matches()
        && part.getValue() < whole.getValue() * OF_ITS_OWN;
  }
}
