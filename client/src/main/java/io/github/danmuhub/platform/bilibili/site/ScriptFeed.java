package io.github.danmuhub.platform.bilibili.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.SimulationOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Believable traffic without an end, in scenes of {@value #SCENE} messages: chat and people
 * entering, and in each scene something else in between. A scene depends on the seed, the room and
 * its number only; the last one is kept. One thread.
 */
final class ScriptFeed implements Feed {
  private static final int SCENE = 20;
  private static final int ENTERING = 5;

  private final long roomId;
  private final long seed;
  private final double rate;
  private final ScriptPeople people;
  private final ScriptMoney money;
  private final ScriptRoom room;

  private long cachedScene = -1;
  private long cachedStart;
  private List<String> cached = List.of();

  ScriptFeed(long roomId, long owner, SimulationOptions options) {
    this.roomId = roomId;
    seed = options.seed();
    rate = options.rate() == 0 ? SimulationOptions.SCRIPT_RATE : options.rate();
    people = new ScriptPeople(roomId, owner);
    money = new ScriptMoney(roomId, owner);
    room = new ScriptRoom(roomId);
  }

  @Override
  public long size() {
    return ENDLESS;
  }

  @Override
  public long offset(long index) {
    return (long) (index * 1000 / rate);
  }

  @Override
  public long dueBy(long elapsed) {
    return elapsed < 0 ? 0 : (long) (elapsed * rate / 1000) + 1;
  }

  @Override
  public byte[] message(long index, long start) {
    long number = index / SCENE;
    if (number != cachedScene || start != cachedStart) {
      cached = scene(number, start + offset(number * SCENE));
      cachedScene = number;
      cachedStart = start;
    }
    return cached.get((int) (index % SCENE)).getBytes(UTF_8);
  }

  private List<String> scene(long number, long time) {
    RandomGenerator random = new SplittableRandom(seed ^ roomId * 31 ^ number * 0x9E37_79B9L);
    long id = time * 1000 + number % 1000;
    List<String> scene = new ArrayList<>(SCENE);
    List<String> special = special(number, random, id, time);
    for (int i = 0; i < ENTERING; i++) {
      scene.add(people.enter(ScriptWords.viewer(random), id + i, time));
    }
    while (scene.size() + special.size() < SCENE) {
      scene.add(chat(random, id + 100 + scene.size(), time));
    }
    shuffle(scene, random);
    scene.addAll(number == 0 ? 0 : random.nextInt(scene.size()), special);
    return scene;
  }

  private String chat(RandomGenerator random, long id, long time) {
    return people.chat(
        ScriptWords.viewer(random), ScriptWords.line(random), ScriptWords.color(random), id, time);
  }

  /** What happens in a scene beside chat: the start of the broadcast first, then in turn. */
  private List<String> special(long number, RandomGenerator random, long id, long time) {
    ScriptWords.Viewer viewer = ScriptWords.viewer(random);
    if (number == 0) {
      return room.live(time);
    }
    return switch ((int) (number % 6)) {
      case 1, 4 -> money.combo(viewer, id, time);
      case 2 -> List.of(people.like(viewer), room.likes(number * 37), room.watched(number * 91));
      case 3 -> money.superChat(viewer, ScriptWords.wish(random), id / 1000, time);
      case 5 -> money.guard(viewer, id, time);
      default ->
          List.of(
              room.online(300 + random.nextInt(200)),
              room.followers(10_000 + number),
              room.rank(List.of(viewer, ScriptWords.viewer(random), ScriptWords.viewer(random))));
    };
  }

  private static void shuffle(List<String> list, RandomGenerator random) {
    for (int i = list.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      String moved = list.get(i);
      list.set(i, list.get(j));
      list.set(j, moved);
    }
  }
}
