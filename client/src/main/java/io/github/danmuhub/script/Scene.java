package io.github.danmuhub.script;

import io.github.danmuhub.event.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** One scene: chat and people entering, and some acts in between, each in its own order. */
final class Scene {
  static final int BEATS = 20;

  private static final int ACTS = 2;
  private static final int ENTERING = 4;
  private static final int ANCHOR_EVERY = 3;
  private static final Origin NOWHERE = Origin.ours("", "", 0);

  private final Vocabulary vocabulary;
  private final Random random;
  private final List<Beat> beats = new ArrayList<>();

  private Scene(Vocabulary vocabulary, Random random) {
    this.vocabulary = vocabulary;
    this.random = random;
  }

  /**
   * Its {@value #BEATS} beats.
   *
   * @param firstId of the message ids, which run on from there
   */
  static List<Beat> of(long number, Cast cast, Vocabulary vocabulary, Random random, long firstId) {
    Scene scene = new Scene(vocabulary, random);
    List<Acts> acts = new ArrayList<>();
    for (int i = 0; i < ACTS; i++) {
      String comboId = Long.toString(firstId + i);
      acts.add(new Acts(number * ACTS + i, cast, vocabulary, random, comboId));
    }
    List<Beat> played = acts.stream().flatMap(act -> scene.told(act.play()).stream()).toList();
    scene.crowd(number, acts.get(0), BEATS - played.size());
    scene.insert(played);
    return scene.beats;
  }

  /** Those that the platform can tell. */
  private List<Beat> told(List<Beat> all) {
    return all.stream().filter(b -> vocabulary.carried().of(b.at(NOWHERE)).isPresent()).toList();
  }

  private void crowd(long number, Acts voices, int size) {
    if (number % ANCHOR_EVERY == 0) {
      beats.add(voices.anchorSpeaks());
    }
    for (Beat enters : told(repeat(ENTERING, voices::enters))) {
      beats.add(enters);
    }
    beats.addAll(repeat(size - beats.size(), voices::chat));
    Collections.shuffle(beats, random);
  }

  private static List<Beat> repeat(int times, Supplier<Beat> voice) {
    List<Beat> beats = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      beats.add(voice.get());
    }
    return beats;
  }

  /** Spread among the others, in their own order. */
  private void insert(List<Beat> played) {
    int at = 0;
    for (Beat beat : played) {
      at += random.nextInt(1 + (beats.size() - at) / 2);
      beats.add(at++, beat);
    }
  }
}
