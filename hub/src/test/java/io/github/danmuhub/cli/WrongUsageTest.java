package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person mistypes is told in a line that names it. */
class WrongUsageTest {

  /** The first line of what the refusal says. */
  private static String refusal(String line) {
    Run run = Run.danmu(line.split(" "));
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).doesNotContain("Exception");
    return run.err().lines().findFirst().orElse("");
  }

  @Test
  void helpIsNamedOnce() {
    assertThat(Run.danmu().err().lines())
        .containsExactly("danmu: Which command?", "See 'danmu --help'.");
  }

  @Test
  void anUnknownCommandIsToldWithTheNearestOne() {
    assertThat(refusal("wacth bilibili:1"))
        .startsWith("danmu: no such command: wacth; did you mean")
        .contains("watch");
  }

  @Test
  void anUnknownOptionIsToldBeforeWhatIsMissing() {
    assertThat(refusal("watch --nonsense")).contains("no such option: --nonsense");
    assertThat(refusal("watch bilibili:1 --limt 3")).contains("--limt; did you mean --limit");
  }

  @Test
  void whatIsMissingIsToldWhereNothingIsUnknown() {
    assertThat(refusal("watch")).contains("Which room?", "bilibili:21452505", "--rooms");
    assertThat(refusal("record bilibili:1")).contains("Missing required option: '--out=DIR'");
    assertThat(refusal("record bilibili:1 --out x --rotate-mb 0"))
        .contains("--rotate-mb is 1 to 1048576, not 0");
  }

  @Test
  void aSettingWithoutAValueIsToldInOneWord() {
    assertThat(refusal("watch bilibili:1 -o nonsense"))
        .contains("PLATFORM.KEY=VALUE", "nonsense")
        .doesNotContain("option option");
  }

  @Test
  void anUnknownSettingIsToldWithAllThereAre() {
    assertThat(refusal("watch bilibili:1 -o bilibili.nonsense=1"))
        .contains("transport, protover, user-agent; the program has cookie-file too");
    assertThat(refusal("watch douyin:1 -o douyin.nonsense=1"))
        .contains("signature, url, rpc; the program has cookie-file too");
    assertThat(refusal("watch bilibili:1 -o bilibili.protover=7"))
        .contains("0 or 1 (plain), 2 (zlib) or 3 (brotli)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "NaN", "1e300", "10001", "Infinity", "much"})
  void aRateThatNoRoomCanHaveIsRefused(String rate) {
    assertThat(refusal("demo --for 1s --rate " + rate)).contains("'" + rate + "' is no rate");
    assertThat(refusal("simulate --for 1s --room bilibili:1 --rate " + rate))
        .contains("is no rate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "99999"})
  void aPortThatDoesNotExistIsRefused(String port) {
    assertThat(refusal("simulate --room bilibili:1 --for 1s --port " + port))
        .contains("a port is 0 to 65535, not " + port);
  }

  @Test
  void anAddressThatCannotBeDialledIsRefusedAtOnce() {
    assertThat(refusal("watch bilibili:1 --simulator http://127.0.0.1:99999"))
        .contains("the simulator's address is http://HOST:PORT");
    assertThat(refusal("watch bilibili:1 --proxy http://127.0.0.1:99999"))
        .endsWith("not http://127.0.0.1:99999");
    assertThat(refusal("watch bilibili:1 --proxy nonsense"))
        .endsWith("a proxy is http://HOST:PORT or socks5://HOST:PORT");
  }

  @Test
  void aBrokenAddressIsNotRepeatedSinceItMayHoldAPassword() {
    assertThat(refusal("watch bilibili:1 --proxy http://me:sec^ret@host:1"))
        .contains("--proxy", "that is no URL")
        .doesNotContain("sec^ret");
  }

  @Test
  void aLimitThatEndsBeforeItBeginsIsRefused() {
    assertThat(refusal("watch bilibili:1 --limit 0")).contains("--limit must be at least 1");
    assertThat(refusal("watch bilibili:1 --limit -1")).contains("--limit must be at least 1");
  }

  @Test
  void aRecordingNeedsTheNameOfAFolder() {
    Run run = Run.danmu("record", "bilibili:1", "--out", "");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--out '' names no folder");
  }
}
