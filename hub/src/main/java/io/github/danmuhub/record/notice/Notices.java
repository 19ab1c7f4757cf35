package io.github.danmuhub.record.notice;

import io.github.danmuhub.log.LogFollower;
import io.github.danmuhub.log.Page;
import io.github.danmuhub.record.copy.Copies;
import io.github.danmuhub.record.copy.CopyFile;
import io.github.danmuhub.record.copy.CopyHearer;
import io.github.danmuhub.record.copy.CopySettings;
import io.github.danmuhub.record.copy.FollowedPlan;
import io.github.danmuhub.record.copy.RoomFacts;
import io.github.danmuhub.record.index.Session;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a webhook, one thing after the other, each until it is heard or {@link Patience} ends. A
 * page is done with when all of it is told: after a kill some of it may be told again, by the same
 * ids. What waits, waits in the log; nobody waits for it.
 */
public final class Notices implements LogFollower.Work, CopyHearer {
  /** How the reader's cursor is called. */
  public static final String NAME = "webhook";

  private static final Duration MOMENT = Duration.ofMillis(100);

  private final Path copies;
  private final NoticeForm form;
  private final boolean files;
  private final Receiver receiver;
  private final LongSupplier written;
  private final Consumer<Phrase> say;
  private final FollowedPlan plan;
  private final List<Notice> found = new ArrayList<>();
  private boolean troubled;

  /**
   * @param dir the log's folder
   * @param copied how the files are split; notices of broadcasts do not depend on it
   * @param written up to which number of the log the copies are in their files
   * @param say takes one line for a person
   */
  public Notices(
      Path dir,
      NoticeSettings settings,
      CopySettings copied,
      LongSupplier written,
      Consumer<Phrase> say) {
    this(
        dir,
        settings.form().made(dir),
        settings.files(),
        new HttpReceiver(settings.uri(), settings.signature(), System::currentTimeMillis),
        copied,
        written,
        say);
  }

  Notices(
      Path dir,
      NoticeForm form,
      boolean files,
      Receiver receiver,
      CopySettings copied,
      LongSupplier written,
      Consumer<Phrase> say) {
    this.copies = dir.resolve(Copies.FOLDER);
    this.form = form;
    this.files = files;
    this.receiver = receiver;
    this.written = written;
    this.say = say;
    this.plan = new FollowedPlan(copied);
  }

  @Override
  public void resume(String memory) throws IOException {
    plan.resume(memory);
    found.clear();
  }

  @Override
  public String memory() {
    return plan.memory();
  }

  @Override
  public boolean take(Page page, LogFollower.Ending ending) throws IOException {
    found.clear();
    plan.accept(page, this);
    if (found.isEmpty()) {
      return true;
    }
    while (files && written.getAsLong() < page.next()) {
      if (ending.isNear()) {
        return false; // a file is announced once it is there
      }
      ending.await(MOMENT);
    }
    for (Notice notice : found) {
      if (!tell(notice, ending)) {
        return false;
      }
    }
    return true;
  }

  private boolean tell(Notice notice, LogFollower.Ending ending) {
    for (NoticeForm.Message message : form.messages(notice, bytes(notice))) {
      if (!tell(message, ending)) {
        return false;
      }
    }
    return true;
  }

  private boolean tell(NoticeForm.Message message, LogFollower.Ending ending) {
    Patience patience = new Patience();
    while (true) {
      Receiver.Answer answer = receiver.tell(message);
      if (answer.isHeard()) {
        over();
        return true;
      }
      Optional<Duration> wait = patience.after(answer);
      if (wait.isEmpty()) {
        say.accept(Phrase.of("webhook.given_up", answer.words()));
        return true;
      }
      trouble(answer);
      if (ending.isNear()) {
        return false;
      }
      ending.await(wait.get());
    }
  }

  private void trouble(Receiver.Answer answer) {
    if (!troubled) {
      say.accept(Phrase.of("webhook.again", answer.words()));
    }
    troubled = true;
  }

  private void over() {
    if (troubled) {
      say.accept(Phrase.of("webhook.heard"));
    }
    troubled = false;
  }

  /** Of a file that somebody took away already: none. */
  private long bytes(Notice notice) {
    CopyFile file = notice.file();
    try {
      return file == null ? 0 : Files.size(copies.resolve(file.name()));
    } catch (IOException gone) {
      return 0;
    }
  }

  @Override
  public void began(RoomFacts room, Session broadcast) {
    add(Notice.Kind.BROADCAST_STARTED, broadcast.started(), room, broadcast.id(), null);
  }

  @Override
  public void ended(RoomFacts room, Session broadcast) {
    add(Notice.Kind.BROADCAST_ENDED, broadcast.ended(), room, broadcast.id(), null);
  }

  @Override
  public void opened(RoomFacts room, CopyFile file) {
    if (files) {
      add(Notice.Kind.FILE_OPENED, file.opened(), room, file.broadcast(), file);
    }
  }

  @Override
  public void closed(RoomFacts room, CopyFile file, long at) {
    if (files) {
      add(Notice.Kind.FILE_CLOSED, at, room, file.broadcast(), file);
    }
  }

  private void add(
      Notice.Kind kind, long at, RoomFacts room, long broadcast, @Nullable CopyFile file) {
    found.add(new Notice(kind, at, room, broadcast, file));
  }
}
