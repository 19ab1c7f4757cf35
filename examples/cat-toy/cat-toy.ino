// The cat toy on an Arduino with a serial cable to the hub's machine: two servos carry the laser, one
// swings the wand, a motor driver turns the ball. All that decides is in safety.h.
//
// No test has compiled this sketch or run it on a board: what is tested is safety.h. Read it before
// you wire a laser to it, and try it with an LED first.
#include <Servo.h>

#include "safety.h"

// The laser's pin goes to the gate of a transistor, with 10 kOhm from the gate to ground: while the
// board boots, resets or is being programmed its pins float, and the laser must be dark then.
const int LASER = 7;
const int PAN = 9;
const int TILT = 10;
const int WAND = 11;
const int BALL_SPEED = 5;  // PWM
const int BALL_BACK = 4;
const long BAUD = 115200;
const int MIDDLE = 90;     // degrees of a servo that looks ahead

static Servo pan;
static Servo tilt;
static Servo wand;
static char line[cattoy::LINE + 1];
static size_t length = 0;

static void say(const char* text, void*) {
  Serial.print(text);
  Serial.print('\n');
}

static cattoy::ToySafety toy(say, nullptr);

// Anything that is never the same twice: a pin that nothing is connected to, and the time.
static uint32_t entropy() {
  uint32_t noise = micros();
  for (int i = 0; i < 32; i++) noise = noise * 33 + analogRead(A0);
  return noise;
}

static void setOutputs(const cattoy::Pose& pose) {
  digitalWrite(LASER, pose.lit ? HIGH : LOW);
  pan.write(MIDDLE + pose.pan / 1000);
  tilt.write(MIDDLE + pose.tilt / 1000);
  wand.write(MIDDLE + pose.wand * 45 / 100);
  digitalWrite(BALL_BACK, pose.ball < 0 ? HIGH : LOW);
  analogWrite(BALL_SPEED, abs(pose.ball) * 255 / 100);
}

void setup() {
  digitalWrite(LASER, LOW);  // before it becomes an output
  pinMode(LASER, OUTPUT);
  pinMode(BALL_SPEED, OUTPUT);
  pinMode(BALL_BACK, OUTPUT);
  Serial.begin(BAUD);
  pan.attach(PAN);
  tilt.attach(TILT);
  wand.attach(WAND);
  toy.connected(entropy(), millis());
  setOutputs(toy.pose(millis()));
}

void loop() {
  while (Serial.available() > 0) {
    char next = (char)Serial.read();
    if (next == '\n') {
      line[length] = 0;
      toy.hear(line, millis());
      length = 0;
    } else if (next != '\r') {
      if (length < cattoy::LINE) line[length++] = next;
      else length = 0;  // no order is as long as that
    }
  }
  toy.advance(millis());
  setOutputs(toy.pose(millis()));
}
