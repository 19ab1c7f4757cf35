package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.text.LatinWords;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command with {@code --lang zh}, with right and with wrong input: what it writes is Chinese,
 * but for the list of Latin words, for what was typed or can be, what viewers write, and the words
 * of others that this test makes them say, each in brackets.
 */
class ChineseScreensTest {
  private static final Pattern CHAT = Pattern.compile("^(\\d\\d:\\d\\d:\\d\\d [^\\[].*?): .*");

  /** A key or a name in quotes, as it stands in a file, and values that one may type. */
  private static final Pattern NAMED =
      Pattern.compile(
          "“[\\w.:-]+”|(?:可用的有|应为|它有)[： ](?:[\\w.-]+|'[^']+')(?:(?:, |、| 或 )(?:[\\w.-]+|'[^']+'))*");

  /** What the JDK, YAML's reader and the pattern's say, in their language. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "原话（[^（）]*）|（(?:Address already in use|while parsing a flow mapping"
              + "|invalid URI scheme ftp|missing closing \\) in \\()）|：Address already in use");

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private final Map<String, Set<String>> strange = new TreeMap<>();
  private final Path dir;

  ChineseScreensTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private void look(String... command) {
    List<String> asked = new ArrayList<>(List.of(command));
    asked.addAll(List.of("--lang", "zh"));
    Run run = Run.danmu(asked);
    String screen = run.out() + run.err();
    assertThat(CHINESE.matcher(screen).find()).as(asked + "\n" + screen).isTrue();
    assertThat(screen).as("no colours where there is no terminal").doesNotContain("\u001b");
    Set<String> words = LatinWords.strange(own(screen, command));
    if (!words.isEmpty()) {
      strange.put(String.join(" ", command) + "\n" + screen, words);
    }
  }

  /** What the program says itself. */
  private static String own(String screen, String... typed) {
    StringBuilder own = new StringBuilder();
    for (String line : screen.lines().toList()) {
      String left = CHAT.matcher(line).replaceAll("$1");
      for (String word : longestFirst(typed)) {
        left = left.replace(word, " ");
      }
      left = OTHERS.matcher(left).replaceAll(" ");
      left = NAMED.matcher(left).replaceAll(" ");
      own.append(line.startsWith("{") || line.startsWith("ready ") ? "" : left).append('\n');
    }
    return own.toString();
  }

  private static List<String> longestFirst(String... typed) {
    return Stream.of(typed)
        .filter(word -> word.length() > 2)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text).toString();
  }

  @Test
  void wrongUsageOfEveryCommand() throws IOException {
    String none = dir.resolve("none").toString();
    look("nothing");
    look("watch");
    look("watch", "bilibili:1", "--limit", "0");
    look("watch", "bilibili:1", "--limit", "many");
    look("watch", "bilibili:1", "--only", "nope");
    look("watch", "nobody-knows-this");
    look("watch", "bilibili:1", "-o", "bilibili.unheard=1");
    look("watch", "bilibili:1", "--cookie-file", none);
    look("watch", "bilibili:1", "-o", "bilibili.protover=7");
    look("watch", "bilibili:1", "-o", "bilibili.transport=x");
    look("watch", "douyin:1", "-o", "douyin.url=http://x");
    look("watch", "douyin:1", "-o", "douyin.signature=browser");
    look("watch", "douyin:1", "-o", "douyin.signature=url");
    look("watch", "bilibili:1", "--simulator", "ftp://x");
    look("watch", "bilibili:1", "--proxy", "nonsense");
    look("watch", "--rooms", none);
    look("record", "bilibili:1");
    look("record", "bilibili:1", "--out", none, "--split", "chapters");
    look("record", "bilibili:1", "--out", none, "--compression", "rar");
    look("export", none, "--to", "xml");
    look("export", none, "--to", "docx");
    look("stats", none);
    look("stats", none, "--top", "0");
    look("serve", "--config", none);
    look("serve", "--config", file("hub.yaml", "server: {prot: 1}"));
    look("serve", "--config", file("open.yaml", "server: {port: 1\n"));
    look("serve", "--config", file("room.yaml", "rooms: [nobody]\n"));
    look("rules");
    look("rules", "check", none);
    look("rules", "check", file("rules.yaml", "rules: [{id: a, onn: chat}]"));
    look("rules", "test", none, "--recording", none);
    look("simulate");
    look("simulate", "--room", "bilibili:1", "--rules", "2023");
    look("simulate", "--room", "bilibili:1", "--fault", "earthquake");
    look("simulate", "--room", "bilibili:1", "--fault", "drop-after");
    look("simulate", "--room", "bilibili:1", "--fault", "drop-after=x");
    look("simulate", "--room", "bilibili:1", "--fault", "hang=3");
    look("simulate", "--room", "bilibili:1", "--fault", "hang:x");
    look("simulate", "--room", "bilibili:1", "--port", "99999");
    look("simulate", "--room", "bilibili:1", "--replay", none);
    look("feed");
    look("feed", none);
    look("feed", file("feed.yaml", "feed: 2\nid: x\n"));
    look("feed", "--learn", none);
    look("capture", "nopage");
    look("capture", "http://127.0.0.1:1/", "--attach", "1");
    look("rpc");
    look("rpc", "list", "--hub", "http://127.0.0.1:1");
    look("rpc", "call", "group", "action", "--hub", "http://127.0.0.1:1");
    look("rpc", "kick", "group", "page", "--hub", "http://127.0.0.1:1");
    look("rpc", "list", "--hub", "nonsense");
    look("rpc", "list", "--hub", "ftp://1");
    look("replay", none);
    look("replay", file("empty.har", "{\"log\":{}}"));
    look("help", "nothing");
    look("device", "--original");
    look("device", "--mqtt", "broker:port");
    look("inspect", "--as", "runes", "00");
    look("inspect", "--platform", "nowhere", "00");
    look("inspect", "--filter", "nothing", "00");
    look("inspect", "--diff", none);
    look("inspect", "000");
    look("doctor", "nobody-knows-this");
    look("demo", "--rate", "fast");
    assertThat(strange).isEmpty();
  }

  @Test
  void everyFaultOfAFileOfRules() throws IOException {
    String rules =
        """
        version: 2
        groups: &x {}
        rules:
        - {id: a, on: chat, when: {text: {regex: "("}}, do: {say: "{nix} {"}}
        - {id: b, on: {every: 5s}, do: {overlay: "{user.name}"}}
        - {id: c, on: {at: "25:00"}, limit: {group: g}, queue: q, do: {vote: {start: v}}}
        - {id: d, on: {vote: v}, do: {counter: {name: z, add: 1}}, <<: x}
        - {id: e, on: nothing, when: {level: 3}, do: {wait: x}}
        - x
        votes: {w: {window: 2s, options: []}}
        """;
    look("rules", "check", file("rules.yaml", rules));
    assertThat(strange).isEmpty();
  }

  @Test
  void portsThatAreTakenSecretsThatAreNotThereAndForeignLines() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      look("serve", "--config", file("taken.yaml", "server: {port: " + port + "}\n"));
      look("simulate", "--room", "bilibili:1", "--port", port);
      look("device", "--port", port);
      look("demo", "--port", port);
    }
    String secret = "{http: {url: 'https://x.example/', secret_file: none.txt}}";
    look("serve", "--config", file("d.yaml", "server: {port: 0}\ndevices: {d: " + secret + "}\n"));
    look("stats", file("foreign.jsonl", "no line of ours\n"));
    look("export", file("other.jsonl", "no line of ours\n"), "--to", "xml");
    look(
        "rules",
        "test",
        file("good.yaml", "version: 1\nrules: [{id: a, on: chat, do: {say: x}}]\n"),
        "--recording",
        file("third.jsonl", "no line of ours\n"));
    look("record", "bilibili:1", "--out", file("plain", "") + "/x", "--for", "1s");
    look("inspect", "--platform", "bilibili", "0000001a00100001000000");
    assertThat(strange).isEmpty();
  }

  @Test
  void helpOfEveryCommand() {
    look("help");
    look("export", "--help", "ass");
    assertThat(strange).isEmpty();
  }

  @Test
  void whatRunsAgainstSimulatedRooms() throws IOException {
    String out = dir.resolve("recording").toString();
    try (Simulator simulator = Hosted.scripted(50, "bilibili:1", "douyin:2", "huya:3")) {
      String[] there = {"--simulator", simulator.uri().toString()};
      look(with(there, "watch", "bilibili:1", "douyin:2", "huya:3", "--limit", "60"));
      look(with(there, "watch", "bilibili:99", "--for", "20s"));
      look(with(there, "record", "bilibili:1", "--out", out, "--frames", "--for", "1s"));
      look(with(there, "doctor", "bilibili:1", "--for", "1s"));
      look(with(there, "doctor", "douyin:2", "--for", "1s"));
      look(with(there, "doctor", "huya:3", "--for", "1s"));
      look(with(there, "doctor", "bilibili:99"));
    }
    look("stats", out);
    look("inspect", "0000001a0010000100000008000000017b22636f6465223a307d");
    assertThat(strange).isEmpty();
  }

  private static String[] with(String[] there, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(there));
    return all.toArray(String[]::new);
  }
}
