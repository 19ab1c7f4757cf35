package io.github.danmuhub.event.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {

  static List<LiveEvent> examples() {
    return EventExamples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatIsWrittenIsReadBack(LiveEvent event) throws BadEventException {
    Numbered numbered = new Numbered(17, event);
    assertThat(EventReader.read(EventWriter.write(numbered))).isEqualTo(numbered);
    assertThat(EventReader.read(EventWriter.write(event))).isEqualTo(new Numbered(0, event));
  }

  @Test
  void everyKindOfEventHasATypeOfItsOwn() {
    assertThat(EventTypes.names()).hasSameSizeAs(LiveEvent.class.getPermittedSubclasses());
  }

  @Test
  void everyKindOfEventHasItsExamples() {
    Set<Class<?>> kinds = Set.of(LiveEvent.class.getPermittedSubclasses());
    assertThat(kindsOf(EventExamples.full())).isEqualTo(kinds);
    assertThat(kindsOf(EventExamples.bare())).isEqualTo(kinds);
  }

  private static Set<Class<?>> kindsOf(List<LiveEvent> events) {
    return events.stream().map(LiveEvent::getClass).collect(Collectors.toSet());
  }

  @Test
  void everyTypeThatIsWrittenCanBeRead() {
    Set<String> written =
        EventExamples.full().stream().map(EventTypes::name).collect(Collectors.toSet());
    assertThat(written).isEqualTo(EventTypes.names());
  }

  @Property(tries = 300)
  void anyTextComesBackAsFarAsUtf8CanSayIt(
      @ForAll String text, @ForAll String name, @ForAll @LongRange(min = 1) long time)
      throws BadEventException, CharacterCodingException {
    Origin origin = new Origin("p", text, name, time, Math.abs(time % 1_000_000), false, null);
    byte[] line = EventWriter.write(Chat.of(origin, User.of(text, name), text));
    UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
    assertThat(line).doesNotContain((byte) '\n').doesNotContain((byte) '\r');

    Chat back = (Chat) EventReader.read(line).event();
    assertThat(back.text()).isEqualTo(Surrogates.repaired(text));
    assertThat(back.user().name()).isEqualTo(Surrogates.repaired(name));
    assertThat(back.origin().room()).isEqualTo(Surrogates.repaired(text));
    assertThat(back.origin().time()).isEqualTo(time <= Origin.LATEST ? time : 0);
  }

  @Property(tries = 100)
  void anyRawBytesComeBack(@ForAll byte[] raw) throws BadEventException {
    LiveEvent event = new Unknown(Origin.ours("p", "1", 0).withRaw(Raw.bytes(raw)), "cmd");
    assertThat(EventReader.read(EventWriter.write(event)).event()).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"\"",
        "\"a\\\"}😀\"",
        "0",
        "-1.5e3",
        "true",
        "null",
        "[[{\"x\":null}]]"
      })
  void aRawJsonValueOfAnyTypeComesBackAsItWas(String raw) throws BadEventException {
    LiveEvent event =
        new Enter(Origin.ours("p", "1", 0).withRaw(Raw.json(raw)), User.of("1", null), null);
    assertThat(EventReader.read(EventWriter.write(event)).event()).isEqualTo(event);
  }
}
