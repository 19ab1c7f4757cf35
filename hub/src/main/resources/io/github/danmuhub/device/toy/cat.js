// A cat that chases: it watches, runs, crouches, pounces, and sits down when there is nothing.
const FUR = "#e08a3c";
const DEEP = "#b9642a";
const PALE = "#fbe3c6";
const EYE = "#2c3a2a";
const NEAREST = 640;
const FARTHEST = 860;
const REACH = 130;
const FASTEST = 620;

export class Cat {
  constructor() {
    Object.assign(this, { x: 800, y: 760, speed: 0, faces: 1, leap: 0, run: 0, look: { x: 900, y: 700 } });
  }

  /** wanted: null, or what it is after; calm: it is there already, and still. */
  live(wanted, passed, seconds, calm) {
    const to = wanted ? { x: wanted.x - this.side(wanted) * REACH, y: floor(wanted) } : { x: 800, y: 760 };
    if (wanted) this.look = wanted;
    if (calm) {
      Object.assign(this, { x: to.x, y: to.y, speed: 0, leap: 0 });
      this.faces = this.side(this.look);
      return;
    }
    this.go(to, passed, wanted ? FASTEST : FASTEST / 3);
    this.pounce(wanted, passed);
    this.run += (this.speed * passed) / 46;
    this.blinks = seconds % 4.3 < 0.14;
  }

  side(what) {
    return what.x >= this.x ? 1 : -1;
  }

  go(to, passed, fastest) {
    const [dx, dy] = [to.x - this.x, to.y - this.y];
    const far = Math.hypot(dx, dy);
    const wish = far < 14 ? 0 : Math.min(fastest, far * 3.2);
    this.speed += (wish - this.speed) * Math.min(1, passed * 7);
    if (far > 1) {
      const step = Math.min(far, this.speed * passed);
      this.x += (dx / far) * step;
      this.y += (dy / far) * step;
    }
    if (Math.abs(dx) > 20 && this.speed > 30) this.faces = dx > 0 ? 1 : -1;
    else if (this.speed < 30) this.faces = this.side(this.look);
  }

  pounce(wanted, passed) {
    if (this.leap > 0) this.leap = Math.max(0, this.leap - passed / 0.55);
    else if (wanted && Math.abs(wanted.x - this.x) < REACH * 1.5 && Math.random() < passed * 1.6) this.leap = 1;
  }

  paint(pen, seconds, shade) {
    const size = 1 + (this.y - NEAREST) / 420;
    const high = Math.sin(this.leap * Math.PI) * 86;
    pen.save();
    pen.translate(this.x, this.y);
    pen.scale(size, size);
    pen.fillStyle = shade;
    oval(pen, 0, 4, 92 - high / 3, 15 - high / 14);
    pen.translate(0, -high);
    pen.scale(this.faces, 1);
    if (this.speed < 40 && this.leap === 0) this.paintSitting(pen, seconds);
    else this.paintRunning(pen, seconds);
    pen.restore();
  }

  paintSitting(pen, seconds) {
    tail(pen, [-44, -14], [-112, -6 + Math.sin(seconds * 1.6) * 6], [-112, -64 + Math.sin(seconds * 1.6 + 1) * 12]);
    pen.fillStyle = FUR;
    blob(pen, [[-58, 0], [-74, -62], [-18, -120], [26, -112], [44, -60], [40, 0]]);
    pen.fillStyle = PALE;
    blob(pen, [[14, -6], [10, -58], [26, -96], [42, -70], [42, -20], [34, -2]]);
    stripes(pen, [[-50, -58, -30, -66], [-52, -40, -30, -46], [-40, -78, -22, -84]]);
    pen.fillStyle = FUR;
    for (const x of [12, 34]) leg(pen, x, -46, x + 2, -4);
    pen.fillStyle = PALE;
    for (const x of [16, 38]) oval(pen, x, -4, 13, 8);
    pen.fillStyle = FUR;
    oval(pen, -30, -10, 32, 14);
    this.paintHead(pen, 20, -136);
  }

  paintRunning(pen, seconds) {
    const airborne = this.leap > 0;
    const phase = airborne ? 0.6 : this.run;
    const bob = airborne ? 0 : Math.sin(phase * 2) * 5;
    tail(pen, [-72, -64 + bob], [-128, -92], [-136, -124 + Math.sin(seconds * 7) * 12]);
    const swing = (offset) => Math.sin(phase + offset) * 34;
    pen.fillStyle = DEEP;
    leg(pen, -52, -48 + bob, -56 + swing(0.9), -2 - lift(phase + 0.9));
    leg(pen, 46, -48 + bob, 54 + swing(3.6), -2 - lift(phase + 3.6));
    pen.fillStyle = FUR;
    blob(pen, [[-78, -52 + bob], [-62, -92 + bob], [0, -96 + bob], [62, -92 + bob], [74, -56 + bob], [30, -36 + bob], [-40, -34 + bob]]);
    stripes(pen, [[-34, -92 + bob, -38, -66 + bob], [-10, -95 + bob, -14, -68 + bob], [14, -94 + bob, 12, -70 + bob]]);
    pen.fillStyle = FUR;
    leg(pen, -62, -50 + bob, -62 + swing(0), -2 - lift(phase));
    leg(pen, 56, -50 + bob, (airborne ? 104 : 62) + swing(2.8), (airborne ? -34 : -2) - lift(phase + 2.8));
    this.paintHead(pen, 84, -98 + bob);
  }

  paintHead(pen, x, y) {
    pen.save();
    pen.translate(x, y);
    const up = Math.max(-0.35, Math.min(0.3, (this.look.y - (this.y - 130)) / 900));
    pen.rotate(up);
    for (const side of [-1, 1]) {
      pen.fillStyle = FUR;
      blob(pen, [[side * 36, -14], [side * 38, -58], [side * 8, -34]], 0.1);
      pen.fillStyle = "#f2b7a0";
      blob(pen, [[side * 31, -24], [side * 33, -48], [side * 14, -32]], 0.1);
    }
    pen.fillStyle = FUR;
    oval(pen, 0, 0, 42, 37);
    stripes(pen, [[0, -35, 0, -20], [-11, -33, -9, -21], [11, -33, 9, -21]]);
    pen.fillStyle = PALE;
    oval(pen, 10, 15, 22, 15);
    this.paintFace(pen);
    pen.restore();
  }

  paintFace(pen) {
    for (const x of [-10, 22]) {
      pen.fillStyle = EYE;
      if (this.blinks) {
        oval(pen, x, -4, 7, 1.6);
      } else {
        oval(pen, x, -4, 7, 8.5);
        pen.fillStyle = "#ffffff";
        oval(pen, x + 2.6, -7, 2.4, 2.8);
      }
    }
    pen.fillStyle = "#c8604f";
    blob(pen, [[5, 8], [15, 8], [10, 14]], 0.3);
    pen.strokeStyle = "rgba(60, 35, 20, 0.55)";
    pen.lineWidth = 2;
    pen.lineCap = "round";
    for (const [x1, y1, x2, y2] of [[-8, 14, -46, 8], [-8, 18, -44, 22], [28, 14, 62, 8], [28, 18, 60, 22]]) {
      pen.beginPath();
      pen.moveTo(x1, y1);
      pen.lineTo(x2, y2);
      pen.stroke();
    }
  }
}

const lift = (phase) => Math.max(0, Math.cos(phase)) * 20;

/** What is up on the wall is waited for below it. */
function floor(wanted) {
  return Math.max(NEAREST, Math.min(FARTHEST, wanted.kind === "feather" ? 760 : wanted.y + 24));
}

function oval(pen, x, y, width, height) {
  pen.beginPath();
  pen.ellipse(x, y, Math.max(0, width), Math.max(0, height), 0, 0, Math.PI * 2);
  pen.fill();
}

function leg(pen, x1, y1, x2, y2) {
  pen.strokeStyle = pen.fillStyle;
  pen.lineWidth = 24;
  pen.lineCap = "round";
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.quadraticCurveTo((x1 + x2) / 2 - 8, (y1 + y2) / 2, x2, y2 - 9);
  pen.stroke();
}

function tail(pen, from, by, to) {
  pen.strokeStyle = DEEP;
  pen.lineWidth = 19;
  pen.lineCap = "round";
  pen.beginPath();
  pen.moveTo(...from);
  pen.quadraticCurveTo(...by, ...to);
  pen.stroke();
}

function stripes(pen, all) {
  pen.strokeStyle = DEEP;
  pen.lineWidth = 7;
  pen.lineCap = "round";
  for (const [x1, y1, x2, y2] of all) {
    pen.beginPath();
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
    pen.stroke();
  }
}

/** A soft shape through these corners. */
function blob(pen, corners) {
  const middle = ([ax, ay], [bx, by]) => [(ax + bx) / 2, (ay + by) / 2];
  pen.beginPath();
  pen.moveTo(...middle(corners[corners.length - 1], corners[0]));
  corners.forEach((corner, i) => pen.quadraticCurveTo(...corner, ...middle(corner, corners[(i + 1) % corners.length])));
  pen.fill();
}
