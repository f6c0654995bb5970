/** How much one slice of drawing may hold, so that no task grows long. */
export class RowBudget {
  #left: number;

  constructor(rows: number) {
    this.#left = rows;
  }

  /** Whether nothing more may be drawn: what was asked for was more than there was. */
  get isSpent(): boolean {
    return this.#left < 0;
  }

  /** Takes up to so many rows, and says how many may be drawn. */
  take(rows: number): number {
    const taken = Math.max(0, Math.min(rows, this.#left));
    this.#left -= rows;
    return taken;
  }
}
