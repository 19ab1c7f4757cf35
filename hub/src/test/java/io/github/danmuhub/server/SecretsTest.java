package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The token stands in no log, however talkative, and whatever goes wrong. */
class SecretsTest {
  private static final String SHOWN = "?token=" + Hub.TOKEN;
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  /** Its router tells of whole addresses at TRACE: the program's logback.xml keeps it quiet. */
  private final Logger vertx = (Logger) LoggerFactory.getLogger("io.vertx");

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Level before = Level.INFO;
  private Hub hub;

  @BeforeEach
  void open() throws Exception {
    before = root.getLevel();
    root.setLevel(Level.TRACE);
    vertx.setLevel(Level.ERROR);
    log.start();
    root.addAppender(log);
    hub = Hub.start(Hub.guarded());
  }

  @AfterEach
  void close() {
    hub.close();
    root.detachAppender(log);
    root.setLevel(before);
    vertx.setLevel(null);
  }

  @Test
  void aTokenInTheAddressIsNeverLogged() throws Exception {
    hub.rooms.fail();
    assertThat(hub.get("/api/rooms" + SHOWN).statusCode()).isEqualTo(500);
    assertThat(hub.get("/nowhere" + SHOWN).statusCode()).isEqualTo(404);
    assertThat(hub.get("/ws" + SHOWN).statusCode()).isEqualTo(426);
    assertThat(hub.get("/api/events" + SHOWN + "&limit=0").statusCode()).isEqualTo(400);
    assertThat(hub.get("/api/events/stream" + SHOWN + "1").statusCode()).isEqualTo(401);
    hub.send("POST", "/login", "{\"token\":\"" + Hub.TOKEN + "\"");
    try (RawSocket socket = RawSocket.upgrade(hub.port(), "/ws" + SHOWN)) {
      socket.readUntil("\r\n\r\n");
      socket.send(RawSocket.frame(0x83, new byte[3])).readCloseCode();
    }
    RawHttp.exchange(hub.port(), "GET /" + SHOWN + " nonsense\r\n\r\n");
    RawHttp.exchange(hub.port(), "GET /" + SHOWN + "x".repeat(9_000) + " HTTP/1.1\r\n\r\n");
    List<String> lines = List.copyOf(log.list).stream().map(SecretsTest::line).toList();
    assertThat(lines).anyMatch(line -> line.contains("/api/rooms failed"));
    assertThat(lines).noneMatch(line -> line.contains(Hub.TOKEN));
  }

  private static String line(ILoggingEvent event) {
    String thrown =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getLoggerName() + " " + event.getFormattedMessage() + " " + thrown;
  }
}
