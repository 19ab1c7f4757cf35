// Bursts become a steady flow: what came at once is shown until about the time when the next burst
// is due. Off, beyond what can be shown so, or while nobody looks, everything comes at once.

const GAPS = 5;
const LONGEST_MS = 2_500;
const STEP_MS = 80;
const WAITING = 2_000;

/** Shows things one after the other. At most 2,000 wait; the oldest of more are dropped. */
export class Pace {
  /**
   * @param {(some: any[]) => void} show
   * @param {(many: number) => void} dropped
   * @param {boolean} isSmooth
   */
  constructor(show, dropped, isSmooth) {
    this.show = show;
    this.dropped = dropped;
    this.isSmooth = isSmooth;
    /** @type {any[]} */
    this.waiting = [];
    /** @type {number[]} */
    this.gaps = [];
    this.cameAt = 0;
    this.dueAt = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  add(/** @type {any[]} */ some) {
    if (!this.isSmooth || document.hidden) {
      this.show([...this.waiting.splice(0), ...some]);
      return;
    }
    const now = performance.now();
    const gap = now - this.cameAt;
    if (gap > STEP_MS && this.cameAt > 0) this.gaps = [...this.gaps, gap].slice(-GAPS);
    this.cameAt = now;
    this.dueAt = now + Math.min(LONGEST_MS, Math.max(0, ...this.gaps));
    this.waiting.push(...some);
    const over = this.waiting.length - WAITING;
    if (over > 0) this.dropped(this.waiting.splice(0, over).length);
    this.#step();
  }

  #step() {
    if (this.timer !== undefined || this.waiting.length === 0) return;
    const steps = Math.max(1, Math.floor((this.dueAt - performance.now()) / STEP_MS));
    this.show(this.waiting.splice(0, Math.ceil(this.waiting.length / steps)));
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.#step();
    }, STEP_MS);
  }
}
