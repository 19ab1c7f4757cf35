package io.github.danmuhub.intake.xml;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.log.segment.CountedStream;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.wire.MalformedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way through an XML file. One thread. */
final class XmlReading implements EventReading {
  private static final int HEAD = 1 << 16;

  private final Path path;
  private final long bytes;
  private final CountedStream file;
  private final ResumingParser parser;
  private final Dialect dialect;
  private final Deque<LiveEvent> waiting;
  private @Nullable XmlItem next;
  private boolean over;
  private long events;
  private long wrong;
  private long firstWrong;

  private XmlReading(Path path, CountedStream file, @Nullable Writer named, long begun)
      throws IOException {
    this.path = path;
    this.bytes = Files.size(path);
    this.file = file;
    InputStream in = new BufferedInputStream(Compression.unpack(file), HEAD);
    Charset charset = charset(in);
    String name = String.valueOf(path.getFileName());
    this.parser =
        new ResumingParser(name, new InputStreamReader(in, TextEncoding.decoder(charset)));
    XmlHead head = XmlHead.read(parser);
    Writer writer = named == null ? writer(head) : named;
    Facts told = writer.facts(head);
    boolean timeless = writer instanceof VideoCommentsXml || told.start() > 0;
    Facts facts = timeless ? told : told.withStart(begun);
    this.dialect = writer.dialect(facts);
    this.waiting = new ArrayDeque<>(facts.events());
    this.next = head.message();
  }

  static XmlReading open(Path path, @Nullable Writer writer, long begun) throws IOException {
    CountedStream file = new CountedStream(Files.newInputStream(path));
    try {
      return new XmlReading(path, file, writer, begun);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static Charset charset(InputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    return TextEncoding.of(head);
  }

  private Writer writer(XmlHead head) throws RecordingException {
    return Writers.of(head)
        .orElseThrow(
            () -> new RecordingException(Phrase.of("intake.writer", path, Writers.names())));
  }

  @Override
  public @Nullable Numbered next() throws IOException {
    while (waiting.isEmpty() && !over) {
      XmlItem item = next == null ? parser.next() : next;
      next = null;
      over = item == null;
      waiting.addAll(item == null ? dialect.end() : events(item));
    }
    LiveEvent event = waiting.poll();
    return event == null ? null : new Numbered(++events, event);
  }

  private List<LiveEvent> events(XmlItem item) {
    try {
      return dialect.events(item);
    } catch (MalformedException e) {
      firstWrong = wrong++ == 0 ? item.line() : firstWrong;
      return List.of();
    }
  }

  @Override
  public long bytesRead() {
    return file.count();
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public ReadReport report() {
    return new ReadReport(events, parser.broken(), wrong, 0, first(), 0, 0, null);
  }

  private @Nullable Phrase first() {
    long line = parser.firstBroken() == 0 ? firstWrong : parser.firstBroken();
    boolean wrongFirst = firstWrong > 0 && firstWrong < line;
    return line == 0 ? null : ReadReport.place(path.getFileName(), wrongFirst ? firstWrong : line);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
