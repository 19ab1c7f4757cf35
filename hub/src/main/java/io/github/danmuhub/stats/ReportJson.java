package io.github.danmuhub.stats;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.json.Rfc3339;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * The report as a program reads it. Times are RFC 3339, money is in thousandths ({@code milli}).
 */
final class ReportJson {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final JsonGenerator json;

  private ReportJson(JsonGenerator json) {
    this.json = json;
  }

  static void write(Report report, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      new ReportJson(json).write(report);
      json.writeRaw('\n');
    }
  }

  private interface Item<T> {
    void write(T item) throws IOException;
  }

  private <T> void list(String name, List<T> items, Item<T> item) throws IOException {
    json.writeArrayFieldStart(name);
    for (T each : items) {
      item.write(each);
    }
    json.writeEndArray();
  }

  private void map(String name, Map<String, Long> map) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> entry : map.entrySet()) {
      json.writeNumberField(whole(entry.getKey()), entry.getValue());
    }
    json.writeEndObject();
  }

  private void time(String name, long epochMs) throws IOException {
    json.writeStringField(name, Rfc3339.text(epochMs));
  }

  /** What others wrote: half a character in it is none of JSON's. */
  private void text(String name, String value) throws IOException {
    json.writeStringField(name, whole(value));
  }

  private static String whole(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  private void write(Report report) throws IOException {
    json.writeStartObject();
    json.writeNumberField("v", 1);
    text("platform", report.subject().room().platform());
    text("room", report.subject().room().room());
    text("title", report.subject().title());
    time("from", report.subject().from());
    time("to", report.subject().to());
    json.writeNumberField("duration_ms", report.subject().durationMs());
    map("highest", report.subject().highest());
    messages(report.messages());
    speakers(report.speakers());
    income(report.income());
    list("retention", report.retention().later(), this::retained);
    list("retention_per_minute", report.retention().cohorts(), this::cohort);
    quality(report.quality());
    json.writeEndObject();
  }

  private void messages(Report.Messages messages) throws IOException {
    json.writeNumberField("messages", messages.count());
    list("messages_per_minute", messages.perMinute(), json::writeNumber);
    list("peaks", messages.peaks(), this::peak);
    list("words", messages.words(), this::word);
  }

  private void word(Report.Word word) throws IOException {
    json.writeStartObject();
    text("text", word.text());
    json.writeNumberField("messages", word.messages());
    json.writeEndObject();
  }

  private void peak(Report.Peak peak) throws IOException {
    json.writeStartObject();
    time("at", peak.at());
    json.writeNumberField("messages", peak.messages());
    json.writeEndObject();
  }

  private void speakers(Report.Speakers speakers) throws IOException {
    json.writeObjectFieldStart("speakers");
    json.writeNumberField("distinct", speakers.distinct());
    json.writeNumberField("unknown", speakers.unknown());
    if (speakers.newcomers() >= 0) {
      json.writeNumberField("new", speakers.newcomers());
      json.writeNumberField("returning", speakers.returning());
    }
    list("top", speakers.top(), person -> person(person, "messages"));
    json.writeEndObject();
  }

  private void person(Report.Person person, String amount) throws IOException {
    json.writeStartObject();
    if (person.id() != null) {
      text("id", person.id());
    }
    text("name", person.name());
    json.writeNumberField(amount, person.amount());
    json.writeEndObject();
  }

  private void income(Report.Income income) throws IOException {
    json.writeObjectFieldStart("income");
    map("milli", income.totals());
    text("currency", income.currency());
    list("milli_per_minute", income.perMinute(), json::writeNumber);
    list("by_gift", income.gifts(), this::gift);
    list("top", income.givers(), person -> person(person, "milli"));
    json.writeEndObject();
    json.writeNumberField("super_chat_count", income.superChats().count());
    list("super_chats", income.superChats().first(), this::superChat);
    json.writeObjectFieldStart("memberships");
    json.writeNumberField("count", income.memberships().count());
    map("by_name", income.memberships().byName());
    json.writeEndObject();
    boxes(income.boxes());
  }

  private void gift(Report.GiftTotal gift) throws IOException {
    json.writeStartObject();
    text("name", gift.name());
    json.writeNumberField("count", gift.count());
    if (gift.currency() != null) {
      json.writeNumberField("milli", gift.value());
      text("currency", gift.currency());
    }
    json.writeEndObject();
  }

  private void superChat(Report.SuperChatLine chat) throws IOException {
    json.writeStartObject();
    time("at", chat.at());
    text("name", chat.name());
    json.writeNumberField("milli", chat.value().milli());
    text("currency", chat.value().currency());
    text("text", chat.text());
    json.writeEndObject();
  }

  private void boxes(Report.BlindBoxes boxes) throws IOException {
    json.writeObjectFieldStart("blind_boxes");
    json.writeNumberField("opened", boxes.opened());
    json.writeNumberField("paid_milli", boxes.paid());
    json.writeNumberField("worth_milli", boxes.worth());
    list("top", boxes.top(), this::boxes);
    json.writeEndObject();
  }

  private void boxes(Report.Boxes of) throws IOException {
    json.writeStartObject();
    if (of.id() != null) {
      text("id", of.id());
    }
    text("name", of.name());
    json.writeNumberField("opened", of.opened());
    json.writeNumberField("paid_milli", of.paid());
    json.writeNumberField("worth_milli", of.worth());
    json.writeNumberField("profit_milli", of.profit());
    json.writeEndObject();
  }

  private void retained(Report.Retained retained) throws IOException {
    json.writeStartObject();
    json.writeNumberField("minutes", retained.minutes());
    json.writeNumberField("viewers", retained.viewers());
    json.writeNumberField("again", retained.again());
    json.writeEndObject();
  }

  private void cohort(Report.Cohort cohort) throws IOException {
    json.writeStartObject();
    json.writeNumberField("minute", cohort.minute());
    json.writeNumberField("viewers", cohort.viewers());
    json.writeArrayFieldStart("again");
    for (int again : cohort.again()) {
      if (again < 0) {
        json.writeNull(); // nobody can know
      } else {
        json.writeNumber(again);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void quality(Report.Quality quality) throws IOException {
    json.writeObjectFieldStart("quality");
    list("gaps", quality.gaps(), this::gap);
    json.writeNumberField("gap_ms", quality.gapMs());
    list("clock_jumps", quality.clockJumps(), this::clockJump);
    json.writeNumberField("reconnects", quality.reconnects());
    json.writeNumberField("dropped", quality.dropped());
    json.writeNumberField("unknown", quality.unknown());
    json.writeNumberField("malformed", quality.malformed());
    json.writeNumberField("lines_torn", quality.lines().torn());
    json.writeNumberField("lines_foreign", quality.lines().foreign());
    json.writeNumberField("lines_newer", quality.lines().newer());
    json.writeNumberField("events_missing", quality.lines().missing());
    json.writeNumberField("segments_empty", quality.lines().empty());
    json.writeEndObject();
  }

  private void clockJump(Report.ClockJump jump) throws IOException {
    json.writeStartObject();
    time("at", jump.at());
    json.writeNumberField("by_ms", jump.byMs());
    json.writeEndObject();
  }

  private void gap(Gap gap) throws IOException {
    json.writeStartObject();
    time("from", gap.from());
    time("to", gap.to());
    text("why", gap.why());
    json.writeEndObject();
  }
}
