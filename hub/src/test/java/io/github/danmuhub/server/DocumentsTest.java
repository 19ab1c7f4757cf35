package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.device.DevicesPart;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.page.DemoDoor;
import io.github.danmuhub.page.Pages;
import io.github.danmuhub.page.TakesDoor;
import io.github.danmuhub.rpc.RpcHub;
import io.github.danmuhub.rule.RulesPart;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The documents are served, hold together, and say what the hub does. */
@TestInstance(Lifecycle.PER_CLASS)
class DocumentsTest {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private static final String RULES =
      """
      version: 1
      votes: {toy: {window: 1m, options: [ball, wand], starts: always}}
      rules: [{id: hi, on: [http, chat], do: [{overlay: hi}, {say: hi}]}]
      """;

  private static final String DEVICES = "devices: {toy: {simulated: {port: 0}}}";

  private static final PartStatus NOBODY =
      new PartStatus() {
        @Override
        public void failing(Phrase why) {}

        @Override
        public void working(Phrase words) {}
      };

  private final Path dir;
  private final EventStream events = new EventStream();
  private final DevicesPart devices =
      new DevicesPart(HubConfigReader.parse("a test", DEVICES).devices(), events);
  private EventLog log;
  private RulesPart rules;
  private Hub hub;
  private JsonNode openapi = WsClient.parse("{}");
  private JsonNode asyncapi = WsClient.parse("{}");

  DocumentsTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeAll
  void start() throws Exception {
    log = EventLog.inMemory(100, 1 << 20);
    rules =
        new RulesPart(
            Files.writeString(dir.resolve("rules.yaml"), RULES), () -> log, Map.of(), told -> {});
    rules.start(NOBODY);
    devices.start(NOBODY);
    List<Door> doors = new ArrayList<>(rules.doors());
    doors.addAll(devices.doors());
    doors.addAll(pages());
    doors.addAll(new TakesDoor(new OneTake()).doors());
    doors.addAll(new DemoDoor(() -> false, () -> true).doors());
    doors.addAll(RpcHub.doors(() -> hub.lobby()));
    hub = Hub.start(Hub.CONFIG, doors);
    openapi = WsClient.parse(hub.get("/openapi.json").body());
    asyncapi = WsClient.parse(hub.get("/asyncapi.json").body());
  }

  @AfterAll
  void stop() {
    hub.close();
    rules.close();
    devices.close();
    events.close();
  }

  /** Those that programs call; pages themselves are for people. */
  private List<Door> pages() {
    return new Pages(events, () -> log, dir, List.of())
        .doors().stream().filter(door -> door.path().matches("/(?:api|ws|o)/.*")).toList();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void openApiNamesTheHttpDoorsAndNoOthers() {
    Set<String> documented = new TreeSet<>();
    for (String path : names(openapi.path("paths"))) {
      for (String method : names(openapi.path("paths").path(path))) {
        documented.add(method.toUpperCase(Locale.ROOT) + " " + path);
      }
    }
    assertThat(documented)
        .isEqualTo(
            hub.server.doors().stream()
                .filter(door -> door.kind() != Door.Kind.WEBSOCKET)
                .map(door -> door.method() + " " + door.path())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void openApiSaysWhichDoorsNeedNoToken() {
    for (Door door : hub.server.doors()) {
      if (door.kind() != Door.Kind.WEBSOCKET) {
        JsonNode operation =
            openapi
                .path("paths")
                .path(door.path())
                .path(door.method().name().toLowerCase(Locale.ROOT));
        assertThat(operation.has("security")).as(door.path()).isEqualTo(door.open());
      }
    }
  }

  @Test
  void asyncApiNamesTheWebSocketDoorsAndNoOthers() {
    Set<String> documented = new TreeSet<>();
    asyncapi.path("channels").forEach(channel -> documented.add(channel.path("address").asText()));
    assertThat(documented)
        .isEqualTo(
            hub.server.doors().stream()
                .filter(door -> door.kind() == Door.Kind.WEBSOCKET)
                .map(Door::path)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void bothHaveWhatTheirStandardsAskFor() {
    assertThat(openapi.path("openapi").asText()).startsWith("3.1.");
    assertThat(asyncapi.path("asyncapi").asText()).isEqualTo("3.0.0");
    for (JsonNode document : List.of(openapi, asyncapi)) {
      assertThat(document.path("info").path("title").asText()).isNotBlank();
      assertThat(document.path("info").path("version").asText()).isNotBlank();
    }
    List<String> ids = new ArrayList<>();
    openapi.path("paths").forEach(path -> path.forEach(each -> checkOperation(each, ids)));
    assertThat(ids).doesNotHaveDuplicates();
    asyncapi
        .path("operations")
        .forEach(each -> assertThat(each.path("action").asText()).matches("send|receive"));
  }

  private static void checkOperation(JsonNode operation, List<String> ids) {
    ids.add(operation.path("operationId").asText());
    assertThat(operation.path("responses")).isNotEmpty();
    operation
        .path("responses")
        .forEach(each -> assertThat(each.path("description").asText()).isNotBlank());
  }

  @Test
  void everyReferenceLeadsSomewhereAndEverySchemaIsOne() {
    JsonSchema metaschema =
        SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    for (JsonNode document : List.of(openapi, asyncapi)) {
      for (JsonNode reference : document.findValues("$ref")) {
        String pointer = reference.asText().substring(1);
        assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
      }
      document
          .path("components")
          .path("schemas")
          .forEach(schema -> assertThat(metaschema.validate(schema)).isEmpty());
    }
  }

  private static void fits(JsonNode document, String schema, JsonNode instance) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$ref", "#/components/schemas/" + schema);
    root.set("components", document.path("components"));
    assertThat(SCHEMAS.getSchema(root).validate(instance)).as(instance.toString()).isEmpty();
  }

  @Test
  void whatTheHubAnswersFitsItsOwnDocuments() throws Exception {
    hub.send("POST", "/api/rooms", "{\"room\":\"bilibili:545068\"}");
    fits(openapi, "Rooms", WsClient.parse(hub.get("/api/rooms").body()));
    fits(openapi, "Problem", WsClient.parse(hub.get("/api/events?limit=x").body()));
    fits(openapi, "Health", WsClient.parse(hub.get("/healthz").body()));
    hub.telemetry.watch("recording", () -> true);
    fits(openapi, "Health", WsClient.parse(hub.get("/healthz").body()));
    hub.say(1, 2);
    fits(openapi, "Batch", WsClient.parse(hub.get("/api/events").body()));
    fits(openapi, "Gap", WsClient.parse("{\"v\":1,\"type\":\"gap\",\"missed\":3,\"why\":\"w\"}"));
    try (WsClient socket = hub.socket("/ws?after=oldest&quiet=1")) {
      socket
          .send("{\"op\":\"subscribe\",\"types\":[\"chat\"]}")
          .send("{\"op\":\"ping\"}")
          .send("{}");
      socket.awaitEvents(2).awaitOne("error");
      for (String message : socket.messages) {
        fitsAsyncApi(WsClient.parse(message));
      }
    }
  }

  @Test
  void whatTheRulesAnswerFitsTheDocuments() throws Exception {
    try (WsClient page = hub.socket("/ws/rules")) {
      hub.send("POST", "/api/rules/hi/fire", "{}");
      page.await(() -> page.messages.stream().anyMatch(message -> message.contains("\"say\"")));
      for (String message : page.messages) {
        fitsAsyncApi(WsClient.parse(message));
      }
    }
    fits(openapi, "Rules", WsClient.parse(hub.get("/api/rules").body()));
    fits(openapi, "Decisions", WsClient.parse(hub.get("/api/rules/decisions").body()));
    fits(openapi, "Votes", WsClient.parse(hub.get("/api/votes").body()));
    String bad = hub.send("POST", "/api/rules/check", "x: 1").body();
    fits(openapi, "Faults", WsClient.parse(bad));
  }

  @Test
  void whatThePagesAreAnsweredFitsTheDocuments() throws Exception {
    fits(openapi, "Figures", WsClient.parse(hub.get("/api/figures").body()));
    fits(openapi, "Marks", WsClient.parse(hub.get("/api/marks").body()));
    String saved = hub.send("POST", "/api/overlays", "{\"address\":\"/overlay/chat\"}").body();
    fits(openapi, "SavedOverlay", WsClient.parse(saved));
  }

  @Test
  void whatIsAnsweredOfRecordingsAndSimulatedRoomsFitsTheDocuments() throws Exception {
    String recordings = "/api/recordings";
    fits(openapi, "Problem", WsClient.parse(hub.send("DELETE", recordings + "/x", null).body()));
    fits(openapi, "Recordings", WsClient.parse(hub.get(recordings).body()));
    JsonNode running = WsClient.parse(hub.send("POST", recordings, "").body());
    assertThat(running.at("/recordings/0/state").asText()).isEqualTo("running");
    fits(openapi, "Recordings", running);
    fits(openapi, "Problem", WsClient.parse(hub.send("POST", recordings, "").body()));
    String name = running.at("/recordings/0/name").asText();
    String ended = hub.send("DELETE", recordings + "/" + name, null).body();
    fits(openapi, "Recordings", WsClient.parse(ended));
    fits(openapi, "Demo", WsClient.parse(hub.get("/api/demo").body()));
    fits(openapi, "Demo", WsClient.parse(hub.send("POST", "/api/demo", "").body()));
  }

  @Test
  void whatTheDevicesAnswerFitsTheDocuments() throws Exception {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> hub.get("/api/devices").body().contains("\"heard\":true"));
    fits(openapi, "Devices", WsClient.parse(hub.get("/api/devices").body()));
    for (String act : List.of("stop", "release", "disarm")) {
      String answer = hub.send("POST", "/api/devices/toy/" + act, "").body();
      fits(openapi, "Device", WsClient.parse(answer));
    }
    fits(openapi, "Devices", WsClient.parse(hub.send("POST", "/api/devices/stop", "").body()));
    fits(openapi, "Problem", WsClient.parse(hub.send("POST", "/api/devices/x/arm", "").body()));
  }

  @Test
  void whatIsSaidOfFunctionsOfPagesFitsTheDocuments() throws Exception {
    try (WsClient page = hub.socket("/ws/rpc")) {
      page.send("{\"op\":\"hello\",\"group\":\"g\",\"id\":\"tab\",\"actions\":[\"a\"]}")
          .send("{\"op\":\"ping\"}")
          .send("{\"op\":\"ping\",");
      page.awaitOne("welcome");
      fits(openapi, "Groups", WsClient.parse(hub.get("/rpc/groups").body()));
      fits(openapi, "Clients", WsClient.parse(hub.get("/rpc/clients").body()));
      JsonNode job = WsClient.parse(hub.send("POST", "/rpc/g/a?async=1", "{}").body());
      fits(openapi, "Job", job);
      page.awaitOne("call");
      hub.send("DELETE", "/rpc/jobs/" + job.path("id").asText(), null);
      page.awaitOne("cancel");
      page.awaitOne("error");
      for (String message : page.messages) {
        fitsAsyncApi(WsClient.parse(message));
      }
    }
  }

  private void fitsAsyncApi(JsonNode json) {
    JsonNode payload =
        asyncapi.at("/components/messages/" + json.path("type").asText() + "/payload");
    assertThat(payload.isMissingNode()).as(json.toString()).isFalse();
    var root = (ObjectNode) payload.deepCopy();
    root.set("components", asyncapi.path("components"));
    assertThat(SCHEMAS.getSchema(root).validate(json)).as(json.toString()).isEmpty();
  }

  @Test
  void allTypesOfEventsAreInBoth() {
    for (JsonNode document : List.of(openapi, asyncapi)) {
      Set<String> types = new TreeSet<>();
      document
          .at("/components/schemas/Event/properties/type/enum")
          .forEach(type -> types.add(type.asText()));
      assertThat(types).isEqualTo(new TreeSet<>(EventTypes.names()));
    }
  }

  @Test
  void theTutorialPageHasItsScriptInAFileOfItsOwn() throws Exception {
    var page = hub.get("/examples/websocket.html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .startsWith("default-src 'self'");
    assertThat(page.body()).contains("<script src=\"websocket.js\"").doesNotContain("onclick");
    assertThat(hub.get("/examples/websocket.js").body())
        .contains("new WebSocket(url)", "onopen", "onmessage", "onerror", "onclose");
  }
}
