package io.github.danmuhub.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.log.segment.Compression;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubConfigReaderTest {
  private static HubConfig parse(String yaml) throws ConfigException {
    return HubConfigReader.parse("danmu.yaml", yaml);
  }

  private static void refused(String yaml, String... words) {
    assertThatThrownBy(() -> parse(yaml))
        .isInstanceOf(ConfigException.class)
        .message()
        .contains(words)
        .startsWith("danmu.yaml")
        .doesNotContain("\n");
  }

  private static RecordConfig recording(String dir, int mb, Compression kind, boolean frames) {
    return new RecordConfig(dir, mb, 60, kind, frames, List.of(), null, List.of(), null);
  }

  @Test
  void anEmptyFileMeansTheDefaults() throws Exception {
    assertThat(parse("# nothing yet\n")).isEqualTo(HubConfig.standard());
    assertThat(parse("\n  # nothing yet\n")).isEqualTo(HubConfig.standard());
    assertThat(parse("")).isEqualTo(HubConfig.standard());
    assertThat(parse("---\n")).isEqualTo(HubConfig.standard());
    assertThat(parse("~\n")).isEqualTo(HubConfig.standard());
    assertThat(parse("null\n")).isEqualTo(HubConfig.standard());
    assertThat(parse("rooms: []\n")).isEqualTo(HubConfig.standard());
    assertThat(HubConfig.standard().server().host()).isEqualTo("127.0.0.1");
    assertThat(HubConfig.standard().server().port()).isEqualTo(7077);
  }

  @Test
  void theFileInTheDocumentationIsTheDefaults() throws Exception {
    Path docs = Path.of(System.getProperty("danmu.root", ".."), "docs", "serve.md");
    String text = Files.readString(docs);
    String yaml = text.split("```yaml\n", 2)[1].split("```", 2)[0];
    HubConfig config = parse(yaml);
    assertThat(config.server()).isEqualTo(ServerConfig.DEFAULT);
    assertThat(config.record()).isEqualTo(recording("recordings", 64, Compression.ZSTD, false));
    assertThat(config.outputs()).isEqualTo(OutputsConfig.NONE);
  }

  @Test
  void aWorkerOfManyNeedsOnlyALog() throws Exception {
    KafkaConfig kafka = requireNonNull(parse("server: {archive: log}\nkafka: {}\n").kafka());
    assertThat(kafka.brokers()).containsExactly("127.0.0.1:9092");
    assertThat(kafka.topics()).isEqualTo("danmu");
    assertThat(kafka.zone()).isEqualTo("main");
    assertThat(kafka.worker()).isNull();
    assertThat(kafka.events()).isTrue();
    assertThat(kafka.rooms()).isTrue();
    assertThat(kafka.merge()).isFalse();
    assertThat(kafka.protocol()).hasToString("classic");
    assertThat(parse("kafka: {events: false, rooms: false, merge: true}\n").kafka()).isNotNull();
  }

  @Test
  void aWorkerThatMakesNoSenseIsRefused() {
    refused("kafka: {}\n", "line 1", "kafka needs a log on disk", "server.archive");
    refused("kafka: {rooms: false}\n", "needs a log on disk");
    refused("kafka:\n  brokers: [kafka]\n", "line 2", "HOST:PORT");
    refused("kafka: {brokers: []}\n", "one broker at least");
    refused("kafka: {topics: A b}\n", "what the names of all topics begin with");
    refused("kafka: {worker: Cat}\n", "32 at most");
    refused("kafka: {zone: a.b}\n", "16 at most");
    refused("kafka: {protocol: raft}\n", "classic or consumer");
    refused("kafka: {slots: {bilibili: -1}}\n", "must be 0 to");
    refused("kafka: {client: {acks: '0'}}\n", "sets acks");
    refused("kafka: {client: {group.instance.id: a}}\n", "sets group.instance.id");
  }

  @Test
  void whatKafkasClientIsToldIsNeverShown() throws Exception {
    String yaml = "server: {archive: log}\nkafka: {client: {sasl.jaas.config: hunter2}}\n";
    assertThat(parse(yaml).toString()).contains("KafkaConfig[").doesNotContain("hunter2");
  }

  @Test
  void devicesThatMakeNoSenseAreRefused() {
    refused("devices:\n  Toy: {mqtt: {topic: a}}\n", "small letters");
    refused("devices:\n  toy: {}\n", "one of mqtt, serial", "line 2");
    refused("devices:\n  toy: {mqtt: {topic: a}, run: {command: [a]}}\n", "here are 2");
    refused("devices:\n  toy: {mqtt: {topic: 'a/#'}}\n", "without # and +", "column 16");
    refused("devices:\n  toy: {mqtt: {topic: a, version: 4}}\n", "'5' or '3.1.1'");
    refused("devices:\n  toy: {mqtt: {topic: a, speaks: frames}}\n", "frames are for serial");
    refused("devices:\n  toy: {mqtt: {topic: a, pasword_file: b}}\n", "unknown key");
    refused("devices:\n  toy: {serial: {}}\n", "such as /dev/ttyUSB0");
    refused("devices:\n  toy: {serial: {port: a, crc: zero}}\n", "belongs to speaks: frames");
    refused("devices:\n  toy: {http: {url: 'file:///etc/passwd'}}\n", "http or https");
    refused("devices:\n  toy: {run: {command: a b}}\n", "wrong type");
    refused("devices:\n  toy: {mqtt: {topic: a}, safety: {quiet: ['25:00-8']}}\n", "22:00-08:00");
    refused("devices:\n  toy: {mqtt: {topic: a}, safety: {zone: Mars/Base}}\n", "not known");
    refused(
        "devices:\n  toy: {mqtt: {topic: a}, safety: {actuators: {l: {daily_times: 3}}}}\n",
        "caps_file");
    refused(
        "devices:\n  toy: {mqtt: {topic: a}, safety: {actuators: {l: {x: [5, 1]}}}}\n",
        "the least and the most");
  }

  @Test
  void functionsOfPagesAreOffUntilTheyAreNamedAndAllPagesMustBeWrittenOut() throws Exception {
    assertThat(HubConfig.standard().rpc()).isNull();
    assertThat(parse("rpc: {}").rpc())
        .isEqualTo(
            new RpcConfig(
                List.of(),
                null,
                false,
                256,
                1_024,
                null,
                null,
                List.of(),
                RpcBrowserConfig.LAUNCHED));
    assertThat(requireNonNull(parse("rpc: {origins: ['*']}").rpc()).origins()).containsExactly("*");
    assertThat(requireNonNull(parse("rpc: {origins: ['https://Live.example']}").rpc()).origins())
        .containsExactly("https://live.example");
    refused("rpc: {origins: ['*', 'https://live.example']}", "rpc.origins", "not an origin");
    refused("rpc: {tabs: [{url: x, group: g, script: s}]}", "begins with http");
    refused("rpc: {tabs: [{url: 'http://a', script: s}]}", "a group, and a script");
    refused("rpc: {jsrpc: {}}", "the pages that may register", "'*'");
    refused("rpc: {sekiro: {origins: []}}", "the pages that may register", "line 1");
    refused("rpc: {token: short}", "rpc.token", "too short");
    refused("rpc: {calls_per_page: 0}", "rpc.calls_per_page", "must be 1 to 10000");
  }

  @Test
  void eachKeyIsRead() throws Exception {
    HubConfig config =
        parse(
            """
            server:
              host: 0.0.0.0
              port: 0
              token: a-token-of-sixteen-or-more
              allowed_origins: [http://localhost:3000]
              allowed_hosts: [danmu.lan]
              archive: out
              limits: {retained_events: 10, slow_reader: close}
            rooms: ['bilibili:1', 'https://live.douyin.com/2']
            record: {dir: out, rotate_mb: 1, compression: gzip, frames: true}
            platforms:
              bilibili: {transport: tcp, protover: 3}
            outputs:
              barrage_grab: {port: 8889}
              blivechat: {}
            """);
    assertThat(config.server().port()).isZero();
    assertThat(config.server().limits().slowReader()).isEqualTo(LimitsConfig.SlowReader.CLOSE);
    assertThat(config.server().limits().bodyBytes()).isEqualTo(65_536);
    assertThat(config.rooms()).hasSize(2);
    assertThat(config.platforms().get("bilibili")).containsEntry("protover", "3");
    assertThat(config.record()).isEqualTo(recording("out", 1, Compression.GZIP, true));
    assertThat(config.outputs().barrageGrab()).isEqualTo(new OutputsConfig.BarrageGrab(8889));
    assertThat(config.outputs().blivechat()).isEqualTo(new OutputsConfig.Blivechat(12_450));
  }

  @Test
  void anOutputIsOnWhereItIsNamed() throws Exception {
    assertThat(parse("outputs: {barrage_grab: {}}").outputs().barrageGrab())
        .isEqualTo(new OutputsConfig.BarrageGrab(8888));
  }

  @Test
  void anUnknownKeyIsRefusedWithLineAndColumn() {
    refused("server:\n  hots: x\n", "line 2", "column 3", "'hots'", "host");
    refused("sever: {}\n", "line 1", "'sever'", "server");
  }

  @Test
  void whatIsOfTheWrongTypeOrOutOfRangeIsRefusedInWords() {
    refused("server:\n  port: many\n", "line 2", "server.port");
    refused("server:\n  port: 70000\n", "server.port must be 0 to 65535");
    refused("server: {limits: {body_bytes: 0}}", "server.limits.body_bytes must be 1 to");
    refused("rooms: {a: b}\n", "line 1", "rooms");
    refused(
        "server: {archive: a}\nrecord: {dir: b}\n",
        "line 1, column",
        "server.archive names another folder than record.dir, and a hub has one log");
    refused("server:\n  port: 1\n  port: 2\n", "line 3");
    refused("rooms: ['x\n", "line 1", "not YAML");
    refused("hello\n", "line 1, column 1: the file has no keys");
    refused("- bilibili:1\n", "line 1, column 1: the file has no keys");
  }

  @Test
  void aValueThatMakesNoSenseIsToldWithItsOwnPlace() {
    refused("rooms: []\nserver:\n  port: 70000\n", "line 3, column 3: server.port must be 0 to");
    refused("server:\n  limits:\n    rooms: 1\n    body_bytes: -1\n", "line 4, column 5: server.");
    refused("rooms: []\nserver:\n  token: short\n", "line 3, column 3: server.token is too short");
    refused("record: {dir: r, rotate_mb: 0}", "line 1, column 18: record.rotate_mb must be");
    refused("outputs:\n  blivechat:\n    port: -1", "line 3, column 5: outputs.blivechat.port");
    refused(
        "server:\n  limits:\n    connections: 99999999999999\n",
        "line 3, column 5: the value of 'server.limits.connections' is too large a number");
    refused(
        "server:\n  limits: {slow_reader: maybe}\n",
        "line 2, column 12: the value of 'server.limits.slow_reader'",
        "write drop or close");
    refused("rooms: [x, {}]", "line 1, column 12: the value of 'rooms.1' is of the wrong type");
    refused("platforms:\n  bilibili:\n", "line 2, column 3: the value of 'platforms.bilibili'");
  }

  @Test
  void whatIsNothingOrHalfANumberIsOfTheWrongType() {
    refused(
        "record: {}\nrooms: [~]\n",
        "line 2, column 9: the value of 'rooms.0' is of the wrong type");
    refused("platforms: {bilibili: ~}\n", "line 1, column 13: the value of 'platforms.bilibili'");
    refused("server:\n  port: 1.5\n", "line 2, column 3: the value of 'server.port' is of the");
  }

  @Test
  void whatIsOnWhereItStandsNeedsAValue() {
    refused(
        "rooms: []\nrecord:\n",
        "line 2, column 1: the value of 'record' is of the wrong type: write {} for its defaults");
    refused("outputs:\n  blivechat:\n", "line 2, column 3: the value of 'outputs.blivechat' is");
  }

  @Test
  void aNumberThatTheMachineCannotBearIsRefused() {
    refused("server: {limits: {retained_events: 2000000000}}", "retained_events must be 1 to");
    refused("server: {limits: {body_bytes: 2000000000}}", "body_bytes must be 1 to 16777216");
    refused("server: {limits: {connections: 2000000000}}", "connections must be 1 to 1000000");
    refused("record: {rotate_mb: 2000000000}", "record.rotate_mb must be 1 to");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:3000",
        "file://",
        "'null'",
        "'*'",
        "http://",
        "http://localhost:3000/",
        "http://localhost:3000/page",
        "http://user@localhost",
        "http://localhost:80",
        "https://danmu.lan:443",
        "ws://localhost:3000",
      })
  void whatIsNotAnOriginIsRefusedWithItsPlace(String origin) {
    refused(
        "server:\n  allowed_origins:\n  - https://a.example\n  - " + origin + "\n",
        "line 4, column 5: ",
        "server.allowed_origins.1 is not an origin",
        "such as http://localhost:3000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"danmu.lan:7077", "http://danmu.lan", "'*'", "danmu.lan/", "'a b'", "''"})
  void whatIsNotAHostIsRefusedWithItsPlace(String host) {
    refused(
        "server: {allowed_hosts: [ok, " + host + "]}",
        "line 1, column 30: server.allowed_hosts.1 is not the name of a host");
  }

  @Test
  void originsAndHostsAreKeptAsABrowserSendsThem() throws Exception {
    ServerConfig server =
        parse(
                """
                server:
                  allowed_origins: ['HTTP://LocalHost:3000', 'https://[::1]', 'moz-extension://0a-b']
                  allowed_hosts: [Danmu.LAN, my_pc, 192.168.1.7, 'fe80::1']
                """)
            .server();
    assertThat(server.allowedOrigins())
        .containsExactly("http://localhost:3000", "https://[::1]", "moz-extension://0a-b");
    assertThat(server.allowedHosts())
        .containsExactly("danmu.lan", "my_pc", "192.168.1.7", "fe80::1");
  }

  @Test
  void aKeyThatStandsTwiceIsToldSo() {
    refused("server:\n  port: 1\n  port: 2\n", "line 3, column 7: the key 'port' stands here for");
  }

  @Test
  void aRefusalNeverRepeatsAToken() {
    refused("server:\n  token: shortsecret\n", "server.token is too short");
    assertThatThrownBy(() -> parse("server: {token: shortsecret}"))
        .message()
        .doesNotContain("shortsecret");
    assertThatThrownBy(() -> parse("server: {token: [shortsecret]}"))
        .message()
        .doesNotContain("shortsecret");
  }

  private static void isRefused(Path file, String words) {
    assertThatThrownBy(() -> HubConfigReader.read(file))
        .isInstanceOf(ConfigException.class)
        .message()
        .startsWith(file.toString())
        .contains(words)
        .hasSizeLessThan(1_500)
        .doesNotContain("\n");
  }

  @Test
  void whatIsNoRegularFileIsNotOpened(@TempDir Path dir) throws Exception {
    isRefused(dir, "is a folder, a pipe or a device");
    Path device = Path.of("/dev/zero");
    assumeTrue(Files.exists(device), "where there are devices");
    isRefused(device, "is a folder, a pipe or a device");
    Path pipe = dir.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "mkfifo");
    isRefused(pipe, "is a folder, a pipe or a device");
  }

  @Test
  void whatIsTooLargeOrNoTextIsToldSo(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("danmu.yaml");
    Files.writeString(file, "k".repeat(20 << 20) + ": 1\n");
    isRefused(file, "is larger than 1 MiB");
    Files.writeString(file, "k".repeat(900) + ": 1\n");
    isRefused(file, "unknown key 'kkk");
    Files.write(file, new byte[] {'r', ':', ' ', (byte) 0xff});
    isRefused(file, "is not text in UTF-8");
  }

  @Test
  void moreRoomsThanMayBeOpenAreRefusedAtOnce() {
    String rooms = "rooms:\n" + "- bilibili:1\n".repeat(10_000);
    refused(rooms, "line 1, column 1: rooms are 10000, and at most 4096 are open at once");
  }

  @Test
  void aFileThatIsNotThereIsToldSo() {
    assertThatThrownBy(() -> HubConfigReader.read(Path.of("no", "such.yaml")))
        .isInstanceOf(ConfigException.class)
        .hasMessage(Path.of("no", "such.yaml") + ": no such file");
  }

  @Test
  void aWebhookOfTheRecorderIsReadAndAWrongOneHasItsPlace() throws Exception {
    RecordWebhookConfig webhook =
        requireNonNull(
                parse("record: {webhook: {url: 'http://a/b', form: bililiverecorder}}").record())
            .webhook();
    assertThat(webhook)
        .isEqualTo(
            new RecordWebhookConfig(
                "http://a/b", RecordWebhookConfig.Form.BILILIVERECORDER, false, null));
    assertThatThrownBy(() -> parse("record:\n  webhook: {url: 'ftp://a'}\n"))
        .hasMessageContaining("line 2")
        .hasMessageContaining("record.webhook.url is a URL");
    assertThatThrownBy(() -> parse("record:\n  webhook: {url: 'http://a', files: true}\n"))
        .hasMessageContaining("record.webhook.files tells the files of copies: set record.split");
  }
}
