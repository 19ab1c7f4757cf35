package io.github.danmuhub.record.copy;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.log.LogFollower;
import io.github.danmuhub.log.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the copies. All lines go to the files before the cursor goes on, and with the cursor is
 * kept how long each file was: what a killed run wrote behind that is cut off, and comes again.
 */
public final class Copies implements LogFollower.Work, CopyHearer {
  /** The folder of the copies, in that of the log. */
  public static final String FOLDER = "copies";

  /** How the reader's cursor is called. */
  public static final String NAME = "copies";

  /** Bytes of lines that wait for their files. */
  private static final long MOST_WAITING = 1 << 20;

  private final Path dir;
  private final CopyPlan plan;
  private final Map<String, CopyWriter> open = new HashMap<>();
  private final Map<String, ByteArrayOutputStream> lines = new LinkedHashMap<>();
  private volatile long written;
  private long taken;
  private long waiting;

  /** In the folder {@code log}/{@value #FOLDER}, made when it is needed. */
  public Copies(Path log, CopySettings settings) {
    this.dir = log.resolve(FOLDER);
    this.plan = new CopyPlan(settings);
  }

  /** Up to which number of the log all is in its files. Any thread. */
  public long written() {
    return written;
  }

  @Override
  public void resume(String memory) throws IOException {
    CopyMemory before = CopyMemory.read(memory);
    plan.resume(before.rooms());
    open.clear();
    lines.clear();
    waiting = 0;
    before.files().forEach((name, file) -> open.put(name, CopyWriter.goOn(dir, file)));
  }

  @Override
  public String memory() throws IOException {
    flush();
    Map<String, CopyMemory.Written> files = new LinkedHashMap<>();
    open.forEach((name, writer) -> files.put(name, writer.written()));
    return new CopyMemory(plan.memory(), files).text();
  }

  @Override
  public boolean take(Page page, LogFollower.Ending ending) throws IOException {
    plan.accept(page, this);
    taken = page.next();
    if (page.isEmpty() || waiting >= MOST_WAITING) {
      flush();
    }
    return true;
  }

  /** Of a thousand rooms each file is opened once a second, not at each page. */
  void flush() throws IOException {
    for (String name : lines.keySet().toArray(String[]::new)) {
      write(name);
    }
    waiting = 0;
    written = taken;
  }

  @Override
  public void line(CopyFile file, LiveEvent event) {
    ByteArrayOutputStream text =
        lines.computeIfAbsent(file.name(), name -> new ByteArrayOutputStream());
    byte[] json = EventWriter.write(new Numbered(0, event));
    text.writeBytes(json);
    text.write('\n');
    waiting += json.length + 1L;
  }

  @Override
  public void closed(RoomFacts room, CopyFile file, long at) throws IOException {
    write(file.name());
    open.remove(file.name());
  }

  private void write(String name) throws IOException {
    ByteArrayOutputStream text = lines.get(name);
    if (text == null) {
      return;
    }
    CopyWriter writer = open.get(name);
    if (writer == null) {
      Files.createDirectories(dir);
      writer = CopyWriter.begin(dir.resolve(name), text.toByteArray());
      open.put(name, writer);
    }
    writer.append(text.toByteArray());
    lines.remove(name);
  }
}
