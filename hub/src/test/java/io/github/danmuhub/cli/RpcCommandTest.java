package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.rpc.PageClient;
import io.github.danmuhub.rpc.RpcHub;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RpcCommandTest {
  private static final String HELLO =
      "{\"op\":\"hello\",\"group\":\"live\",\"id\":\"tab-1\",\"actions\":[\"count\",\"sign\",\"title\"]}";
  private RpcHub rpc;

  @BeforeEach
  void start() throws Exception {
    rpc = RpcHub.start("eval: false");
  }

  @AfterEach
  void stop() {
    rpc.close();
  }

  /** What is sent back is what came. */
  private PageClient page() {
    return rpc.greeted(HELLO, RpcHub::result);
  }

  private Run run(String... words) {
    List<String> args = new ArrayList<>(List.of("rpc"));
    args.addAll(List.of(words));
    args.addAll(List.of("--hub", rpc.hub().uri("/").toString()));
    return Run.danmu(args);
  }

  @Test
  void eachLineOfTheDocumentWorks() throws Exception {
    Path doc = Path.of(System.getProperty("danmu.root", ".."), "docs", "rpc.md");
    List<String> lines =
        Files.readString(doc).lines().filter(line -> line.startsWith("$ danmu rpc ")).toList();
    assertThat(lines).hasSize(5);
    try (PageClient page = page()) {
      for (String line : lines) {
        Run run = run(line.substring("$ danmu rpc ".length()).split(" ", -1));
        assertThat(run.exit()).as("%s%n%s", line, run.err()).isZero();
      }
      assertThat(page.heard).hasSize(4);
    }
  }

  @Test
  void pagesAreListedAndAnAnswerIsPrintedAsItIs() {
    try (PageClient page = page()) {
      assertThat(run("list").out()).isEqualTo("live  tab-1  page  0  count,sign,title\n");
      assertThat(run("call", "live", "sign", "{\"n\":1.10}").out()).isEqualTo("{\"n\":1.10}\n");
      assertThat(run("call", "live", "sign", "no JSON").out()).isEqualTo("\"no JSON\"\n");
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void whatIsRefusedIsToldInTheHubsWords() {
    Run nobody = run("call", "live", "sign");
    assertThat(nobody.exit()).isEqualTo(1);
    assertThat(nobody.err()).contains("no page of this group is here now");
    assertThat(run("kick", "live", "x").exit()).isEqualTo(1);
    assertThat(run("list").err()).contains("docs/rpc.md");
  }

  @Test
  void whereNoHubIsTheWayToOneIsTold() {
    Run run = Run.danmu("rpc", "list", "--hub", "http://127.0.0.1:9");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("no hub answers at http://127.0.0.1:9", "danmu serve");
  }
}
