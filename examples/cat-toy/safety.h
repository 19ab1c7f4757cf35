// What keeps the cat toy safe, whatever the hub, the broker and the cable do. One header without
// Arduino types: the sketch, the ESPHome configuration and the tests use it alike. Its twin is
// ToySafety.java; both are held against the same table of cases.
//
// Feed it every few milliseconds with its own clock (millis()). It says lines, and it says how the
// outputs have to be: set them so, each time. It is off until somebody arms it, everything ends by
// itself, and nothing is lit for longer than two seconds after the newest tick that the hub echoed.
//
// Without exceptions, without the heap, and safe across the overflow of a 32-bit clock.
#pragma once

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

namespace cattoy {

constexpr int32_t PAN = 40;                  // degrees to either side
constexpr int32_t TILT_DOWN = -30;           // degrees: towards the floor, where it parks
constexpr int32_t TILT_UP = 10;
constexpr int32_t DEGREES_PER_SECOND = 90;
constexpr uint32_t TICK_MS = 500;            // it tells its clock so often
constexpr uint32_t TTL_MS = 1500;            // an order that echoes an older tick is dropped
constexpr uint32_t SILENT_MS = 2000;         // who is silent for so long owns it no more
constexpr uint32_t LONGEST_MS = 10000;       // one movement, and the laser without a pause
constexpr uint32_t SESSION_MS = 15u * 60000; // armed in all
constexpr uint32_t REST_MS = 30u * 60000;    // then it rests
constexpr size_t LINE = 160;                 // the longest line, either way
constexpr size_t WORD = 64;                  // and the longest word of it

// How the outputs have to be.
struct Pose {
  bool lit;
  int32_t pan;   // thousandths of a degree
  int32_t tilt;  // thousandths of a degree
  int32_t ball;  // percent, negative backwards
  int32_t wand;  // percent
};

inline int32_t clamp(int32_t least, int32_t most, int32_t value) {
  return value < least ? least : value > most ? most : value;
}

// Whether a moment is still to come; clocks overflow.
inline bool before(uint32_t now, uint32_t then) { return (int32_t)(then - now) > 0; }

// Lit so long without a pause, and at most half of any minute: 3 a lit millisecond, less 2 a dark one.
class LaserDuty {
 public:
  void pass(uint32_t ms, bool lit) {
    uint32_t cooled = heat_ > ms * 2 ? heat_ - ms * 2 : 0;
    uint32_t warmed = heat_ + ms * 3 > BOUND ? BOUND : heat_ + ms * 3;
    heat_ = lit ? warmed : cooled;
    hot_ = heat_ == BOUND || (hot_ && heat_ > 0);
  }
  bool hot() const { return hot_; }

 private:
  static constexpr uint32_t BOUND = LONGEST_MS * 3;
  uint32_t heat_ = 0;
  bool hot_ = false;
};

// Armed so long in all, then a whole rest.
class PlaySession {
 public:
  void pass(uint32_t ms, bool armed) {
    if (armed) armed_ = armed_ + ms > SESSION_MS ? SESSION_MS : armed_ + ms;
    rested_ = armed ? 0 : rested_ + ms > REST_MS ? REST_MS : rested_ + ms;
    if (rested_ == REST_MS) armed_ = 0;
  }
  bool over() const { return armed_ == SESSION_MS; }
  uint32_t leftMs() const { return over() ? REST_MS - rested_ : 0; }

 private:
  uint32_t armed_ = 0;
  uint32_t rested_ = 0;
};

// What one actuator was told, and until when that holds.
struct Timed {
  int32_t x = 0;
  int32_t y = 0;
  uint32_t until = 0;
  bool on = false;

  void set(int32_t toX, int32_t toY, int32_t ms, uint32_t now) {
    x = toX;
    y = toY;
    until = now + (uint32_t)clamp(0, (int32_t)LONGEST_MS, ms);
    on = true;
  }
  bool holds(uint32_t now) {
    on = on && before(now, until);
    return on;
  }
};

// Where the laser points. While it has a target it never rests on one spot; else it parks.
class Dot {
 public:
  void swing(uint32_t now, uint32_t passed, int32_t toPan, int32_t toTilt) {
    move(passed, clamp(-PAN * 1000, PAN * 1000, toPan * 1000 + offset(now)), toTilt * 1000);
  }
  void park(uint32_t passed) { move(passed, 0, TILT_DOWN * 1000); }
  int32_t pan() const { return pan_; }
  int32_t tilt() const { return tilt_; }

 private:
  static int32_t towards(int32_t from, int32_t to, int32_t step) {
    return from + clamp(-step, step, to - from);
  }
  static int32_t offset(uint32_t now) {
    int32_t phase = (int32_t)(now % 1200);
    int32_t up = phase < 600 ? phase : 1200 - phase;
    return up * 4000 / 600 - 2000;
  }
  void move(uint32_t passed, int32_t toPan, int32_t toTilt) {
    int32_t step = DEGREES_PER_SECOND * (int32_t)(passed > 1000 ? 1000 : passed);
    pan_ = towards(pan_, toPan, step);
    tilt_ = towards(tilt_, toTilt, step);
  }
  int32_t pan_ = 0;
  int32_t tilt_ = TILT_DOWN * 1000;
};

// Who may move it. Each end of an ownership draws a nonce: what was said before it is void.
class Ownership {
 public:
  void begin(uint32_t entropy) {
    nonce_ ^= entropy;
    end();
  }
  void end() {
    nonce_ = nonce_ * 1664525u + 1013904223u;
    owned_ = false;
    fresh_ = false;
    strcpy(hub_, "-");
  }
  void settle(uint32_t now) {
    if (owned_ && now - heardAt_ >= SILENT_MS) end();
    if (fresh_ && !before(now, freshUntil_)) fresh_ = false;
  }
  const char* refusal(const char* nonce, uint64_t seq, uint64_t tick, const char* hub,
                      uint32_t now) const {
    char mine[9];
    snprintf(mine, sizeof mine, "%08lx", (unsigned long)nonce_);
    if (strcmp(nonce, mine) != 0) return "nonce";
    if (owned_ && strcmp(hub, hub_) != 0) return "held";
    if (owned_ && seq <= seq_) return "seq";
    int32_t age = (int32_t)(now - (uint32_t)tick);
    return tick > UINT32_MAX || age < 0 || age > (int32_t)TTL_MS ? "stale" : "";
  }
  void heard(uint64_t seq, uint64_t tick, const char* hub, uint32_t now) {
    owned_ = true;
    snprintf(hub_, sizeof hub_, "%s", hub);
    seq_ = seq;
    heardAt_ = now;
    uint32_t until = (uint32_t)tick + SILENT_MS;
    if (!fresh_ || before(freshUntil_, until)) freshUntil_ = until;
    fresh_ = true;
  }
  bool isFresh(uint32_t now) const { return owned_ && fresh_ && before(now, freshUntil_); }
  bool isOwned() const { return owned_; }
  const char* hub() const { return hub_; }
  uint32_t nonce() const { return nonce_; }

 private:
  uint32_t nonce_ = 0;
  uint64_t seq_ = 0;
  uint32_t heardAt_ = 0;
  uint32_t freshUntil_ = 0;
  bool owned_ = false;
  bool fresh_ = false;
  char hub_[WORD + 1] = "-";
};

class ToySafety {
 public:
  // Takes a line that is to be said, without its end.
  typedef void (*Say)(const char* line, void* whom);

  ToySafety(Say say, void* whom) : say_(say), whom_(whom) {}

  // It has booted, or is connected anew: entropy is never the same twice.
  void connected(uint32_t entropy, uint32_t now) {
    pass(now);
    owner_.begin(entropy);
    allEnd();
    nextTick_ = now;
  }

  // Its connection is gone: everything ends now.
  void lost(uint32_t now) {
    pass(now);
    letGo();
  }

  // A line came.
  void hear(const char* line, uint32_t now) {
    pass(now);
    Order order;
    if (parse(line, order)) answer(order, now);
  }

  // Time has passed.
  void advance(uint32_t now) {
    pass(now);
    if (!before(now, nextTick_)) {
      nextTick_ = now + TICK_MS;
      sayTick(now);
    }
  }

  Pose pose(uint32_t now) {
    Pose pose = {lit(now), dot_.pan(), dot_.tilt(), turn(ball_, now), turn(wand_, now)};
    return pose;
  }

  void sayTick(uint32_t now) {
    Pose p = pose(now);
    char line[LINE + WORD];
    snprintf(line, sizeof line, "tick %08lx %lu %s %s %d %ld %ld %ld %ld",
             (unsigned long)owner_.nonce(), (unsigned long)now,
             stopped_ ? "stopped" : owner_.isOwned() ? "armed" : "free", owner_.hub(), p.lit ? 1 : 0,
             (long)p.pan, (long)p.tilt, (long)p.ball, (long)p.wand);
    say_(line, whom_);
  }

 private:
  enum Verb { STOP, ARM, BEAT, DO, DISARM, RELEASE };

  struct Order {
    Verb verb;
    char nonce[WORD + 1];  // of a stop: its id
    uint64_t seq;
    uint64_t tick;
    char hub[WORD + 1];
    char actuator[WORD + 1];
    int32_t x;
    int32_t y;
    int32_t ms;
  };

  // One word of a line; false: there is none, or it is no plain one.
  static bool word(const char*& at, char* out) {
    while (*at == ' ') at++;
    size_t length = 0;
    for (; *at > ' ' && *at <= '~'; at++) {
      if (length == WORD) return false;
      out[length++] = *at;
    }
    out[length] = 0;
    return length > 0 && (*at == 0 || *at == ' ');
  }

  static bool count(const char*& at, uint64_t& out) {
    char text[WORD + 1];
    if (!word(at, text) || strlen(text) > 18) return false;
    for (const char* digit = text; *digit; digit++) {
      if (*digit < '0' || *digit > '9') return false;
    }
    out = strtoull(text, nullptr, 10);
    return true;
  }

  static bool number(const char*& at, int32_t& out) {
    char text[WORD + 1];
    if (!word(at, text) || strlen(text) > 11) return false;
    char* end = nullptr;
    long long value = strtoll(text, &end, 10);
    if (*end != 0 || value < INT32_MIN || value > INT32_MAX) return false;
    out = (int32_t)value;
    return true;
  }

  static bool isEnd(const char* at) {
    while (*at == ' ') at++;
    return *at == 0;
  }

  static bool parse(const char* line, Order& order) {
    char verb[WORD + 1];
    if (strlen(line) > LINE || !word(line, verb)) return false;
    if (strcmp(verb, "stop") == 0) {
      order.verb = STOP;
      return word(line, order.nonce) && isEnd(line);
    }
    if (!verbOf(verb, order.verb) || !word(line, order.nonce) || !count(line, order.seq) ||
        !count(line, order.tick) || !word(line, order.hub)) {
      return false;
    }
    return (order.verb != DO || (word(line, order.actuator) && number(line, order.x) &&
                                 number(line, order.y) && number(line, order.ms))) &&
           isEnd(line);
  }

  static bool verbOf(const char* word, Verb& verb) {
    static const char* const WORDS[] = {"arm", "beat", "do", "disarm", "release"};
    static const Verb VERBS[] = {ARM, BEAT, DO, DISARM, RELEASE};
    for (int i = 0; i < 5; i++) {
      if (strcmp(word, WORDS[i]) == 0) {
        verb = VERBS[i];
        return true;
      }
    }
    return false;
  }

  void answer(const Order& order, uint32_t now) {
    if (order.verb == STOP) {
      stopped_ = true;
      letGo();
      char line[LINE];
      snprintf(line, sizeof line, "stopped %s", order.nonce);
      say_(line, whom_);
      sayTick(now);
      return;
    }
    const char* refusal = owner_.refusal(order.nonce, order.seq, order.tick, order.hub, now);
    if (strcmp(refusal, "held") == 0) {
      char name[WORD + 1];
      snprintf(name, sizeof name, "%s", owner_.hub());
      if (char* slash = strchr(name, '/')) *slash = 0;
      ack(order, refusal, name);
    } else if (*refusal) {
      ack(order, refusal, "");
    } else {
      obey(order, now);
    }
  }

  void obey(const Order& order, uint32_t now) {
    switch (order.verb) {
      case ARM: return arm(order, now);
      case BEAT: return beat(order, now);
      case DO: return act(order, now);
      case DISARM: return disarm(order, now);
      default: return release(order, now);
    }
  }

  void arm(const Order& order, uint32_t now) {
    if (stopped_) return ack(order, "stopped", "");
    if (session_.over()) {
      char seconds[16];
      snprintf(seconds, sizeof seconds, "%lu", (unsigned long)(session_.leftMs() / 1000));
      return ack(order, "resting", seconds);
    }
    owner_.heard(order.seq, order.tick, order.hub, now);
    ack(order, "ok", "");
    sayTick(now);
  }

  void beat(const Order& order, uint32_t now) {
    if (!isArmed(order)) return;
    owner_.heard(order.seq, order.tick, order.hub, now);
  }

  void act(const Order& order, uint32_t now) {
    if (!isArmed(order)) return;
    owner_.heard(order.seq, order.tick, order.hub, now);
    ack(order, move(order, now), "");
  }

  const char* move(const Order& order, uint32_t now) {
    if (strcmp(order.actuator, "laser") == 0) {
      if (duty_.hot()) return "hot";
      laser_.set(order.x, order.y, order.ms, now);
    } else if (strcmp(order.actuator, "ball") == 0) {
      ball_.set(order.x, order.y, order.ms, now);
    } else if (strcmp(order.actuator, "wand") == 0) {
      wand_.set(order.x, order.y, order.ms, now);
    } else {
      return "unknown";
    }
    return "ok";
  }

  bool isArmed(const Order& order) {
    if (!stopped_ && owner_.isOwned()) return true;
    ack(order, stopped_ ? "stopped" : "free", "");
    return false;
  }

  void disarm(const Order& order, uint32_t now) {
    letGo();
    ack(order, "ok", "");
    sayTick(now);
  }

  void release(const Order& order, uint32_t now) {
    if (stopped_) {
      stopped_ = false;
      owner_.end();
    }
    ack(order, "ok", "");
    sayTick(now);
  }

  void ack(const Order& order, const char* word, const char* more) {
    char line[LINE];
    snprintf(line, sizeof line, "ack %llu %s%s%s", (unsigned long long)order.seq, word,
             *more ? " " : "", more);
    say_(line, whom_);
  }

  void pass(uint32_t now) {
    uint32_t passed = now - last_;
    last_ = now;
    owner_.settle(now);
    if (!owner_.isOwned()) allEnd();
    duty_.pass(passed, lit(now));
    session_.pass(passed, owner_.isOwned());
    if (session_.over() && owner_.isOwned()) letGo();
    if (laser_.holds(now)) {
      dot_.swing(now, passed, clamp(-PAN, PAN, laser_.x), clamp(TILT_DOWN, TILT_UP, laser_.y));
    } else {
      dot_.park(passed);
    }
  }

  void letGo() {
    owner_.end();
    allEnd();
  }

  void allEnd() { laser_.on = ball_.on = wand_.on = false; }

  bool lit(uint32_t now) { return owner_.isFresh(now) && laser_.holds(now) && !duty_.hot(); }

  int32_t turn(Timed& motor, uint32_t now) {
    return owner_.isFresh(now) && motor.holds(now) ? clamp(-100, 100, motor.x) : 0;
  }

  Say say_;
  void* whom_;
  Ownership owner_;
  LaserDuty duty_;
  PlaySession session_;
  Dot dot_;
  Timed laser_;
  Timed ball_;
  Timed wand_;
  bool stopped_ = false;
  uint32_t last_ = 0;
  uint32_t nextTick_ = 0;
};

}  // namespace cattoy
