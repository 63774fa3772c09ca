/** So many at once and no more; the others wait in line. */
export class Places {
  private free: number;
  private readonly line: (() => void)[] = [];

  constructor(places: number) {
    this.free = places;
  }

  /** Waits for a place. @returns how to leave it; leaving twice counts once */
  async enter(): Promise<() => void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.line.push(resolve));
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = this.line.shift();
      if (next) next();
      else this.free += 1;
    };
  }

  /** How many places are free now. */
  get open(): number {
    return this.free;
  }
}
