package io.github.danmuhub.device.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.device.protocol.Report;
import io.github.danmuhub.device.protocol.Report.Tick;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** One case of {@code safety-cases.txt}, played to a toy. */
record SafetyCase(String name, List<String> lines) {
  private static final int BEAT_MS = 500;

  static List<SafetyCase> all() throws IOException {
    List<SafetyCase> cases = new ArrayList<>();
    try (InputStream in = SafetyCase.class.getResourceAsStream("/device/safety-cases.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        if (line.startsWith("case ")) {
          cases.add(new SafetyCase(line.substring(5), new ArrayList<>()));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          cases.get(cases.size() - 1).lines.add(line);
        }
      }
    }
    return cases;
  }

  void play(ToyDriver toy) throws IOException, MalformedException {
    toy.boot();
    new Play(toy).run();
  }

  private final class Play {
    private final ToyDriver toy;
    private final List<String> nonces = new ArrayList<>();
    private Tick state =
        new Tick("", 0, Report.State.FREE, Tick.NOBODY, new Report.Pose(false, 0, 0, 0, 0));
    private List<String> answers = List.of();
    private List<String> expected = List.of();

    Play(ToyDriver toy) {
      this.toy = toy;
    }

    void run() throws IOException, MalformedException {
      step(0, "");
      for (String line : lines) {
        String[] words = line.split(" +", 3);
        long at = Long.parseLong(words[0]);
        String rest = words.length == 3 ? words[2] : "";
        if (!words[1].equals(">")) {
          compare();
        }
        play(line, at, words[1], rest);
      }
      compare();
    }

    private void compare() {
      assertThat(answers).as("before: %s", name).isEqualTo(expected);
      answers = List.of();
      expected = List.of();
    }

    private void play(String line, long at, String word, String rest)
        throws IOException, MalformedException {
      switch (word) {
        case "<" -> {
          answers = step(at, order(rest));
          expected = new ArrayList<>();
        }
        case ">" -> expected.add(rest);
        case "connect", "lost" -> step(at, "!" + word);
        case "beats", "laser" -> beats(at, word, rest.split(" "));
        default -> {
          step(at, "");
          check(line, word, rest);
        }
      }
    }

    private void beats(long from, String word, String[] how)
        throws IOException, MalformedException {
      long seq = Long.parseLong(how[1]);
      for (long at = from; at <= Long.parseLong(how[2]); at += BEAT_MS, seq++) {
        String by = "%s %d %d %s".formatted(state.nonce(), seq, at, how[0]);
        step(at, word.equals("beats") ? "beat " + by : "do " + by + " laser 0 0 5000");
      }
    }

    private void check(String line, String word, String rest) {
      Report.Pose pose = state.pose();
      String is =
          switch (word) {
            case "lit", "dark" -> pose.lit() ? "lit" : "dark";
            case "free", "armed", "stopped" -> state.state().name().toLowerCase(Locale.ROOT);
            case "hub" -> "hub " + state.hub();
            case "dot" -> "dot " + pose.pan() + " " + pose.tilt();
            case "turns" -> "turns " + pose.ball() + " " + pose.wand();
            default -> throw new IllegalArgumentException(line);
          };
      assertThat(is).as("%s: %s", name, line).isEqualTo((word + " " + rest).strip());
    }

    private String order(String line) {
      String order = line.replaceAll("\\$(?!\\d)", state.nonce());
      for (int i = 0; i < nonces.size(); i++) {
        order = order.replace("$" + (i + 1), nonces.get(i));
      }
      return order;
    }

    private List<String> step(long at, String what) throws IOException, MalformedException {
      List<String> said = new ArrayList<>(toy.step(at, what));
      state = (Tick) Report.of(said.remove(said.size() - 1));
      if (!nonces.contains(state.nonce())) {
        nonces.add(state.nonce());
      }
      said.removeIf(line -> line.startsWith("tick "));
      return said;
    }
  }
}
