package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Origin;

/** What is given: gift, membership, like. */
final class Gifts {
  private Gifts() {}

  static void write(FieldWriter out, Gift gift) {
    out.object("gift", gift.item(), Gifts::write)
        .number("count", gift.count())
        .object("combo", gift.combo(), Gifts::write)
        .object("value", gift.price().paid(), UserAndMoney::write)
        .object("worth", gift.price().worth(), UserAndMoney::write)
        .object("box", gift.price().box(), Gifts::write)
        .object("to", gift.to(), UserAndMoney::write);
  }

  static Gift readGift(Origin origin, FieldReader in) throws BadEventException {
    return new Gift(
        origin,
        in.user(),
        in.object("gift", Gifts::readItem),
        in.int64("count"),
        in.objectOrNull("combo", Gifts::readCombo),
        readPrice(in),
        in.objectOrNull("to", UserAndMoney::readUser));
  }

  private static Gift.Price readPrice(FieldReader in) throws BadEventException {
    return new Gift.Price(
        in.objectOrNull("value", UserAndMoney::readMoney),
        in.objectOrNull("worth", UserAndMoney::readMoney),
        in.objectOrNull("box", Gifts::readBox));
  }

  private static void write(FieldWriter out, Gift.Box box) {
    out.text("id", box.id())
        .text("name", box.name())
        .object("value", box.value(), UserAndMoney::write);
  }

  private static Gift.Box readBox(FieldReader in) throws BadEventException {
    return new Gift.Box(
        in.text("id"), in.text("name"), in.objectOrNull("value", UserAndMoney::readMoney));
  }

  private static void write(FieldWriter out, Gift.Item item) {
    out.text("id", item.id()).text("name", item.name());
  }

  private static Gift.Item readItem(FieldReader in) throws BadEventException {
    return new Gift.Item(in.text("id"), in.text("name"));
  }

  private static void write(FieldWriter out, Gift.Combo combo) {
    out.text("id", combo.id()).number("total", combo.total()).flag("final", combo.last());
  }

  private static Gift.Combo readCombo(FieldReader in) throws BadEventException {
    return new Gift.Combo(in.text("id"), in.int64("total"), in.flag("final"));
  }

  static void write(FieldWriter out, Membership membership) {
    out.text("tier", membership.tier())
        .text("name", membership.name())
        .numberIfAny("months", membership.months())
        .numberIfAny("days", membership.days())
        .object("value", membership.value(), UserAndMoney::write)
        .word("kind", EnumWords.KIND, membership.kind());
  }

  static Membership readMembership(Origin origin, FieldReader in) throws BadEventException {
    return new Membership(
        origin,
        in.user(),
        in.text("tier"),
        in.text("name"),
        new Membership.Term(in.int32("months", 0), in.int32("days", 0)),
        in.objectOrNull("value", UserAndMoney::readMoney),
        in.wordOrNull("kind", EnumWords.KIND));
  }

  static void write(FieldWriter out, Like like) {
    out.number("count", like.count()).numberIfAny("total", like.total());
  }

  static Like readLike(Origin origin, FieldReader in) throws BadEventException {
    return new Like(origin, in.userOrNull(), in.int64("count"), in.int64("total", 0));
  }
}
