package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.device.toy.SafeBrain;
import io.github.danmuhub.device.toy.Toy;
import io.github.danmuhub.device.toy.ToyPage;
import io.github.danmuhub.device.toy.ToyWay;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.record.Recorder;
import io.github.danmuhub.text.LatinWords;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page as a Chinese reader has it: no Latin word in what is shown or read aloud, but those of
 * the list, the words of others (after {@code 原话}, and what the JDK and the library say of a
 * connection that is lost), keys in quotes as they stand in a file, and what stands in an element
 * marked {@code translate="no"}: code, names, and what others wrote. Brackets are never empty.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ChinesePagesTest {
  private static final Path ROOT = Path.of(System.getProperty("danmu.root", ".."));
  private static final Pattern SCENE = Pattern.compile("Page\\.scene\\(\"([^\"]+)\"");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern OTHERS =
      Pattern.compile("原话（[^（）]*）|（(?:Connection refused|the server closed[^（）]*)）|“[\\w.:-]+”");
  private static final String RULES =
      """
      version: 1
      votes: {toy: {window: 1h, options: {红: red, 蓝: blue}}}
      rules:
        - {id: hello, on: chat, when: {text: 你好}, limit: {cooldown: 1h}, do: {overlay: "{user.name}"}}
      """;

  /** What is shown and what is read aloud, through all shadow roots. */
  private static final String TEXTS =
      """
      const said = ["aria-label", "aria-description", "title", "placeholder", "alt"];
      const texts = [document.title];
      const read = (node) => {
        if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
        if (node.nodeType === Node.ELEMENT_NODE) {
          if (node.translate === false || node.matches("script, style")) return;
          said.forEach((name) => texts.push(node.getAttribute(name) ?? ""));
          if (node.shadowRoot) read(node.shadowRoot);
        }
        node.childNodes.forEach(read);
      };
      read(document.documentElement);
      return texts.join("\\n");
      """;

  /** A way that is never open. */
  private record Nowhere(ToyWay.Ears ears) implements ToyWay {
    @Override
    public void advance(long ticks) {}

    @Override
    public void say(String report) {}

    @Override
    public void close() {}
  }

  private final Path dir;
  private final Browser browser;
  private final ShownHub hub;

  ChinesePagesTest(@TempDir Path dir) throws Exception {
    this.dir = dir;
    browser = Browser.start();
    hub = ShownHub.of(config(Files.writeString(dir.resolve("rules.yaml"), RULES)), 0.1);
  }

  /** A toy that is there, and one whose broker is not. */
  private static HubConfig config(Path rules) {
    return HubConfigReader.parse(
        "a test",
        """
        rules: '%s'
        devices:
          near: {simulated: {port: 0}}
          far: {mqtt: {port: 1, topic: danmu/far}}
        """
            .formatted(rules));
  }

  @AfterAll
  void stop() {
    browser.close();
    hub.close();
  }

  private void isChinese(String what) {
    String shown = (String) browser.ask(TEXTS);
    assertThat(CHINESE.matcher(shown).find()).as(what + "\n" + shown).isTrue();
    assertThat(shown).doesNotContain("（）");
    assertThat(LatinWords.strange(OTHERS.matcher(shown).replaceAll(" ")))
        .as(what + "\n" + shown)
        .isEmpty();
  }

  @Test
  void theDashboardOfAnEmptyHubAndOfOneWithRoomsRulesAndDevices() throws Exception {
    browser.size(1280, 900).open(hub.page("/?lang=zh")).sees("hub-welcome h1", "");
    isChinese("empty");
    hub.withRooms();
    hub.say(Said.superChat("sc1", "半夜小熊", "猫猫今晚加餐吗", 1_000));
    hub.say(Said.chat("m1", "点赞侠", "你好"));
    browser.open(hub.page("/?lang=zh"));
    browser.sees("hub-interaction .device", "").sees("hub-rules li", "hello");
    browser.sees(".row.chat .who", "").sees("hub-super-chats li", "").sees("hub-decisions li", "");
    browser.click("hub-room-list .room", "").sees("hub-room-list dl", "");
    browser.click("hub-rule-try button.go", "").sees("hub-rule-try .no_match", "");
    isChinese("with rooms");
  }

  /** Each that stands in the table of pages. */
  static List<String> overlays() throws IOException {
    Path table = ROOT.resolve("hub/src/main/java/io/github/danmuhub/page/PageTable.java");
    return SCENE.matcher(Files.readString(table)).results().map(scene -> scene.group(1)).toList();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void anOverlayWithItsSimulatedMessages(String overlay) {
    browser.open(hub.page(overlay + "?demo=1&avatars=1&times=1&lang=zh"));
    browser.sees(overlay.endsWith("/show") ? "main" : "main *", "");
    isChinese(overlay);
  }

  @Test
  void theSettings() {
    browser.open(hub.page("/settings/overlay?lang=zh")).sees("iframe", "");
    isChinese("settings");
  }

  @Test
  void everyComponentInEveryState() {
    browser.open(hub.page("/design?lang=zh")).sees("hub-design hub-welcome h1", "");
    isChinese("design");
  }

  @Test
  void theRoomOfTheCat() throws Exception {
    try (Toy toy = new Toy(new SafeBrain(), Nowhere::new, line -> {});
        ToyPage page = ToyPage.open(toy, 0)) {
      toy.start();
      browser.open(URI.create(page.uri() + "/?lang=zh")).sees("#state", "未启用");
      isChinese("cat");
    }
  }

  @Test
  void thePagesOfTheTutorials() {
    browser.open(hub.page("/examples/talk.html?lang=zh")).sees("#events li", "");
    browser.type("#words", "你好").click("button", "").sees("#events li", "你好");
    isChinese("talk");
    browser.open(hub.page("/examples/websocket.html?lang=zh")).sees("#state", "已连接");
    hub.say(Said.chat("m1", "点赞侠", "你好"));
    hub.say(Said.gift("g1", "小明", "小心心", 66, 1));
    hub.say(Said.gap("nothing heard for 70000 ms"));
    browser.sees("#events li", "小心心").sees("#events li.gap", "");
    isChinese("websocket");
    browser.open(hub.page("/examples/websocket.html?lang=zh&type=nonsense"));
    browser.sees("#state", "被拒绝");
    isChinese("refused");
  }

  @Test
  void theReport() throws Exception {
    Path recording = dir.resolve("recording");
    try (Recorder recorder = Recorder.open(LogOptions.of(recording), e -> {})) {
      recorder.accept(SampleEvents.room(0, "晚上好"));
      recorder.accept(SampleEvents.chat(1, "点赞侠", "你好"));
      long from = SampleEvents.START;
      recorder.accept(new Gap(SampleEvents.origin(60_000), from, from + 60_000, "connection lost"));
    }
    Path page = dir.resolve("report.html");
    Run run = Run.danmu("stats", recording.toString(), "--html", page.toString(), "--lang", "zh");
    assertThat(run.exit()).as(run.err()).isZero();
    browser.open(page.toUri()).sees("h1", "");
    isChinese("report");
  }
}
