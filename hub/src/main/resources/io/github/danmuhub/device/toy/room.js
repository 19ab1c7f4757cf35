// A room seen from the side: wall, window, floor, rug, the laser's tower, a ball, a wand, a cat.
// Everything is drawn in a room of 1600 by 900 that is fitted into the canvas.
import { Cat } from "./cat.js";

const WIDTH = 1600;
const FLOOR = 560;
const LAMP = { x: 250, y: 262 };
const WAND = { x: 1210, y: 0 };
const DAY = {
  wall: ["#f3e3cc", "#ead5b8"], floor: ["#c99a66", "#a97846"], board: "#8f6236", skirting: "#fbf4e8",
  sky: ["#bfe0f2", "#eaf5fa"], frame: "#fffaf0", rug: ["#3f6f7a", "#f3e7d0", "#c8553d"],
  shelf: "#8a5a34", tower: "#39424e", shade: "rgba(60, 35, 15, 0.16)", moon: "#fff4c9", plant: "#4f7f4a",
};
const NIGHT = {
  wall: ["#323a4f", "#272d3f"], floor: ["#5a4636", "#3d2f25"], board: "#2b211a", skirting: "#434c63",
  sky: ["#0f1830", "#27365c"], frame: "#566079", rug: ["#28505a", "#b9ac93", "#92402f"],
  shelf: "#5c3f29", tower: "#6a7585", shade: "rgba(0, 0, 0, 0.30)", moon: "#fdf0c0", plant: "#3c6140",
};

export class Room {
  constructor(canvas, pose) {
    this.canvas = canvas;
    this.pose = pose;
    this.cat = new Cat();
    this.ballX = 1050;
    this.turned = 0;
    this.last = 0;
    this.dark = matchMedia("(prefers-color-scheme: dark)");
  }

  /** calm: nothing moves by itself, and the cat sits where it would arrive. */
  draw(now, calm) {
    const passed = Math.min(0.05, Math.max(0, (now - this.last) / 1000));
    this.last = now;
    const pen = this.fit();
    this.look = this.dark.matches ? NIGHT : DAY;
    this.rollBall(calm ? 0 : passed);
    this.swing = this.swingOf(now, calm);
    this.cat.live(this.wanted(), passed, now / 1000, calm);
    this.paint(pen, now / 1000);
  }

  fit() {
    const box = this.canvas.getBoundingClientRect();
    const ratio = Math.min(2, devicePixelRatio || 1);
    const [width, height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
    if (this.canvas.width !== width || this.canvas.height !== height) {
      Object.assign(this.canvas, { width, height });
    }
    const pen = this.canvas.getContext("2d");
    const scale = Math.max(width / WIDTH, height / 900);
    pen.setTransform(scale, 0, 0, scale, (width - WIDTH * scale) / 2, height - 900 * scale);
    this.view = Math.min(WIDTH, width / scale);
    return pen;
  }

  rollBall(passed) {
    const speed = this.pose.ball * 6;
    this.ballX += speed * passed * (this.back ? -1 : 1);
    this.turned += (speed * passed * (this.back ? -1 : 1)) / 34;
    const edge = (WIDTH - this.view) / 2 + 60;
    if (this.ballX < edge || this.ballX > WIDTH - edge) {
      this.back = !this.back;
      this.ballX = Math.max(edge, Math.min(WIDTH - edge, this.ballX));
    }
  }

  swingOf(now, calm) {
    const most = (this.pose.wand / 100) * 0.85;
    return calm ? most : most * Math.sin(now / 190);
  }

  /** Where the toy's laser meets the room. */
  dot() {
    const reach = this.view * 0.46;
    const x = WIDTH / 2 + (this.pose.pan / 40000) * reach;
    const y = 850 - ((this.pose.tilt + 30000) / 40000) * 560;
    return { x, y };
  }

  feather() {
    const length = 560;
    const x = this.wandX() + Math.sin(this.swing) * length;
    return { x, y: WAND.y + 40 + Math.cos(this.swing) * length };
  }

  wandX() {
    return WIDTH / 2 + Math.min(WAND.x - WIDTH / 2, this.view * 0.3);
  }

  /** What the cat is after. */
  wanted() {
    if (this.pose.lit) return { ...this.dot(), kind: "dot" };
    if (this.pose.ball !== 0) return { x: this.ballX, y: 800, kind: "ball" };
    if (this.pose.wand !== 0) return { ...this.feather(), kind: "feather" };
    return null;
  }

  paint(pen, seconds) {
    this.paintWall(pen);
    this.paintWindow(pen);
    this.paintFloor(pen);
    this.paintTower(pen);
    this.paintPlant(pen);
    const behind = this.cat.y < 790;
    if (behind) this.cat.paint(pen, seconds, this.look.shade);
    this.paintBall(pen);
    if (!behind) this.cat.paint(pen, seconds, this.look.shade);
    this.paintWand(pen);
    if (this.pose.lit) this.paintLaser(pen);
  }

  paintWall(pen) {
    pen.fillStyle = gradient(pen, 0, FLOOR, this.look.wall);
    pen.fillRect(0, 0, WIDTH, FLOOR);
    pen.fillStyle = this.look.shade;
    pen.globalAlpha = 0.25;
    for (let x = 20; x < WIDTH; x += 80) pen.fillRect(x, 0, 36, FLOOR);
    pen.globalAlpha = 1;
  }

  paintWindow(pen) {
    const [x, y, w, h] = [WIDTH / 2 - 130, 90, 300, 300];
    pen.fillStyle = this.look.frame;
    round(pen, x - 16, y - 16, w + 32, h + 32, 14);
    pen.fillStyle = gradient(pen, y, y + h, this.look.sky);
    round(pen, x, y, w, h, 6);
    pen.fillStyle = this.look.moon;
    circle(pen, x + 220, y + 76, 34);
    if (this.look === NIGHT) {
      for (const [sx, sy, r] of [[50, 60, 3], [110, 120, 2], [70, 190, 2], [160, 50, 2], [250, 190, 3]]) {
        circle(pen, x + sx, y + sy, r);
      }
    } else {
      pen.fillStyle = "rgba(255, 255, 255, 0.9)";
      for (const [cx, cy, r] of [[70, 180, 26], [104, 170, 34], [142, 182, 26]]) circle(pen, x + cx, y + cy, r);
    }
    pen.fillStyle = this.look.frame;
    pen.fillRect(x + w / 2 - 6, y, 12, h);
    pen.fillRect(x, y + h / 2 - 6, w, 12);
    round(pen, x - 34, y + h + 12, w + 68, 20, 8);
  }

  paintFloor(pen) {
    pen.fillStyle = gradient(pen, FLOOR, 900, this.look.floor);
    pen.fillRect(0, FLOOR, WIDTH, 340);
    pen.strokeStyle = this.look.board;
    pen.globalAlpha = 0.35;
    pen.lineWidth = 3;
    for (let i = -12; i <= 12; i++) line(pen, 800 + i * 92, FLOOR, 800 + i * 190, 900);
    pen.globalAlpha = 1;
    pen.fillStyle = this.look.skirting;
    pen.fillRect(0, FLOOR - 20, WIDTH, 20);
    const [deep, light, red] = this.look.rug;
    for (const [w, h, colour] of [[400, 92, deep], [350, 76, light], [326, 68, deep], [190, 38, red], [160, 30, deep]]) {
      pen.fillStyle = colour;
      ellipse(pen, 800, 735, w, h);
    }
  }

  lampX() {
    return WIDTH / 2 - Math.min(WIDTH / 2 - LAMP.x, this.view * 0.34);
  }

  paintTower(pen) {
    const x = this.lampX();
    pen.fillStyle = this.look.shelf;
    round(pen, x - 120, 330, 240, 20, 6);
    pen.fillRect(x - 88, 350, 12, 34);
    pen.fillRect(x + 76, 350, 12, 34);
    pen.fillStyle = "#c8553d";
    round(pen, x - 104, 270, 26, 60, 4);
    pen.fillStyle = "#3f6f7a";
    round(pen, x - 74, 256, 22, 74, 4);
    pen.fillStyle = this.look.tower;
    round(pen, x - 30, 296, 60, 34, 8);
    pen.save();
    pen.translate(x, 276);
    pen.rotate((-this.pose.pan / 40000) * 0.5 + 0.35);
    round(pen, -26, -20, 52, 40, 14);
    pen.fillStyle = this.pose.lit ? "#ff3b30" : "#12161b";
    circle(pen, 17, 6, 7);
    pen.restore();
  }

  paintPlant(pen) {
    const x = WIDTH / 2 + Math.min(640, this.view * 0.43);
    pen.fillStyle = this.look.shade;
    ellipse(pen, x, 612, 70, 12);
    pen.fillStyle = this.look.plant;
    for (const [angle, length] of [[-0.9, 130], [-0.45, 170], [0, 190], [0.45, 165], [0.9, 125]]) {
      pen.save();
      pen.translate(x, 530);
      pen.rotate(angle);
      ellipse(pen, 0, -length / 2, 20, length / 2);
      pen.restore();
    }
    pen.fillStyle = "#b9603b";
    pen.beginPath();
    pen.moveTo(x - 52, 520);
    pen.lineTo(x + 52, 520);
    pen.lineTo(x + 38, 612);
    pen.lineTo(x - 38, 612);
    pen.fill();
    round(pen, x - 58, 508, 116, 22, 6);
  }

  paintBall(pen) {
    pen.fillStyle = this.look.shade;
    ellipse(pen, this.ballX, 836, 36, 8);
    pen.save();
    pen.translate(this.ballX, 802);
    pen.rotate(this.turned);
    pen.fillStyle = "#4f8fd0";
    circle(pen, 0, 0, 34);
    pen.strokeStyle = "#bfdcf5";
    pen.lineWidth = 5;
    pen.lineCap = "round";
    for (const turn of [0, 1.05, 2.1]) {
      pen.save();
      pen.rotate(turn);
      pen.beginPath();
      pen.ellipse(0, 0, 30, 13, 0, 0.2, Math.PI - 0.2);
      pen.stroke();
      pen.restore();
    }
    pen.restore();
  }

  paintWand(pen) {
    const x = this.wandX();
    const feather = this.feather();
    pen.strokeStyle = "#9a6b3f";
    pen.lineWidth = 12;
    pen.lineCap = "round";
    line(pen, x + 150, -10, x, WAND.y + 40);
    pen.strokeStyle = this.look === NIGHT ? "#cfd5e2" : "#6b6258";
    pen.lineWidth = 3;
    line(pen, x, WAND.y + 40, feather.x, feather.y);
    pen.save();
    pen.translate(feather.x, feather.y);
    pen.rotate(-this.swing);
    for (const [turn, colour] of [[-0.55, "#e2574c"], [0.55, "#f0a83c"], [0, "#57a773"]]) {
      pen.save();
      pen.rotate(turn);
      pen.fillStyle = colour;
      ellipse(pen, 0, 34, 12, 36);
      pen.restore();
    }
    pen.fillStyle = "#f2c14e";
    circle(pen, 0, 0, 11);
    pen.restore();
  }

  paintLaser(pen) {
    const dot = this.dot();
    const beam = pen.createLinearGradient(this.lampX(), 280, dot.x, dot.y);
    beam.addColorStop(0, "rgba(255, 60, 50, 0.45)");
    beam.addColorStop(1, "rgba(255, 60, 50, 0.22)");
    pen.strokeStyle = beam;
    pen.lineWidth = 3;
    line(pen, this.lampX() + 14, 282, dot.x, dot.y);
    const glow = pen.createRadialGradient(dot.x, dot.y, 2, dot.x, dot.y, 44);
    glow.addColorStop(0, "rgba(255, 70, 60, 0.95)");
    glow.addColorStop(0.35, "rgba(255, 50, 40, 0.40)");
    glow.addColorStop(1, "rgba(255, 50, 40, 0)");
    pen.fillStyle = glow;
    circle(pen, dot.x, dot.y, 44);
    pen.fillStyle = "#fff1ee";
    circle(pen, dot.x, dot.y, 6);
  }
}

function gradient(pen, top, bottom, [from, to]) {
  const fill = pen.createLinearGradient(0, top, 0, bottom);
  fill.addColorStop(0, from);
  fill.addColorStop(1, to);
  return fill;
}

function circle(pen, x, y, radius) {
  ellipse(pen, x, y, radius, radius);
}

function ellipse(pen, x, y, width, height) {
  pen.beginPath();
  pen.ellipse(x, y, width, height, 0, 0, Math.PI * 2);
  pen.fill();
}

function round(pen, x, y, width, height, radius) {
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
  pen.fill();
}

function line(pen, x1, y1, x2, y2) {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}
