/** Seeded chance for the simulation: the same seed throws the same numbers, whatever the machine. */
import { seededRandom } from '../../doubles/google/random';

/** Everything random in a simulation comes from one of these. */
export class Dice {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = seededRandom(seed);
    // The first numbers of neighbouring seeds resemble each other.
    for (let i = 0; i < 3; i++) this.next();
  }

  /** A whole number between both ends, inclusive. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True in `share` (0 to 1) of all throws. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of the items. Throws RangeError when there are none. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** A seed for something that is decided later. */
  salt(): number {
    return this.between(1, 1_000_000);
  }
}
