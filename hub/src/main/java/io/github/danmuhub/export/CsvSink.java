package io.github.danmuhub.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.event.json.Rfc3339;
import io.github.danmuhub.record.index.EventRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import org.jspecify.annotations.Nullable;

/** One line an event; text that a spreadsheet would take for a formula gets a quote before it. */
final class CsvSink implements ExportSink {
  private static final String HEADER =
      "seq,received,time,platform,room,type,id,history,user_id,user_name,text,item,count,"
          + "value_milli,currency";

  private final BufferedWriter out;
  private boolean first;

  CsvSink(OutputStream out, boolean bom) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 14);
    this.out.write((bom ? "\ufeff" : "") + HEADER + "\r\n");
  }

  @Override
  public void accept(Numbered numbered) throws IOException {
    Origin origin = numbered.event().origin();
    first = true;
    number(numbered.seq());
    ours(time(origin.received()));
    ours(time(origin.time()));
    theirs(origin.platform());
    theirs(origin.room());
    ours(EventTypes.name(numbered.event()));
    theirs(origin.id());
    ours(origin.history() ? "true" : "");
    row(EventRow.of(numbered.event()));
    out.write("\r\n");
  }

  private void row(EventRow row) throws IOException {
    User user = row.user();
    Money value = row.value();
    theirs(user == null ? null : user.id());
    theirs(user == null ? null : user.name());
    theirs(row.text());
    theirs(row.item());
    number(row.count());
    ours(value == null ? "" : Long.toString(value.milli()));
    theirs(value == null ? null : value.currency());
  }

  private static String time(long epochMs) {
    return epochMs == 0 ? "" : Rfc3339.text(epochMs);
  }

  private void number(long value) throws IOException {
    ours(value == 0 ? "" : Long.toString(value));
  }

  private void ours(String field) throws IOException {
    if (!first) {
      out.write(',');
    }
    first = false;
    out.write(field);
  }

  private void theirs(@Nullable String text) throws IOException {
    ours(text == null ? "" : CsvField.of(text));
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
