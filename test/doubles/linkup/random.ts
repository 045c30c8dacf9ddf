/** Seeded chance: the same seed gives the same latencies, ids and failures in every run. */

/** A small deterministic generator (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number between both ends, inclusive. */
  between([low, high]: readonly [number, number]): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One of the items, or undefined if there is none. */
  pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.next() * items.length)];
  }

  /** A shuffled copy. */
  shuffle<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, key: this.next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  }

  /** An id in UUID form, as in the SDK fixtures. */
  uuid(): string {
    let id = '';
    for (const character of 'xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx')
      id += character === 'x' ? Math.floor(this.next() * 16).toString(16) : character;
    return id;
  }
}
