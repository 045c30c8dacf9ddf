/** What a person paid for and has not closed yet, kept with them alone: never in the document, where anybody could put something else in its place. */
import { MOST_STORED } from '../../enrichment/limits';
import { type Parser, readStored } from '../../enrichment/parse';
import { bytesOf } from '../../enrichment/utf8';
import type { Store } from '../../platform/properties';

/** Whatever is kept has a name of its own, and a time. */
interface Named {
  readonly id: string;
  /** When it was last asked, in ms since 1970. */
  readonly at: number;
}

/** One kind of what is kept. */
export interface Kind<T> {
  readonly prefix: string;
  readonly stored: Parser<T>;
  /** How many a person has in one document, and in all of them together: beyond, the oldest go. */
  readonly mostInDocument: number;
  readonly mostInAll: number;
  /** What nobody came back to for so many days goes. */
  readonly days: number;
  /** What may be kept of one, the fullest first. */
  readonly forms: (kept: T) => readonly T[];
  /** Whether something that was paid for is still to come of one: it is not among the oldest that go. */
  readonly isOwed?: (kept: T) => boolean;
}

/** A day, in ms. */
export const DAY = 24 * 3_600_000;

/** All of one kind that a person has in one document. */
export class Kept<T extends Named> {
  constructor(
    private readonly user: Store,
    private readonly document: string,
    private readonly kind: Kind<T>,
  ) {}

  /** Keeps one, as much of it as there is room for; false where not even the least fits. Throws `cannot-store` or `storage-full`. */
  keep(kept: T): boolean {
    const json = this.kind
      .forms(kept)
      .map((form) => JSON.stringify(form))
      .find((form) => bytesOf(form) <= MOST_STORED);
    if (json === undefined) return false;
    const key = this.keyOf(kept.id);
    this.prune(key, kept.at);
    this.user.set(key, json);
    return true;
  }

  /** All of them, the newest first. What is none, or is out of date, is left out. */
  all(now: number): T[] {
    const prefix = this.keyOf('');
    return Object.entries(this.user.all())
      .flatMap(([key, json]) => {
        const found = key.startsWith(prefix) ? readStored(this.kind.stored, json) : undefined;
        return found && key === prefix + found.id ? [found] : [];
      })
      .filter(({ at }) => now - at <= this.kind.days * DAY)
      .sort((a, b) => b.at - a.at);
  }

  /** One of them; undefined where it is gone, or was never there. */
  of(id: string): T | undefined {
    const json = this.user.get(this.keyOf(id));
    const found = json === undefined ? undefined : readStored(this.kind.stored, json);
    return found?.id === id ? found : undefined;
  }

  /** Adds to one what has become known of it, unless it is gone meanwhile. */
  add(id: string, known: Partial<T>): boolean {
    const found = this.of(id);
    return found !== undefined && this.keep({ ...found, ...known });
  }

  /** It was closed, written, or never arrived. */
  forget(id: string): void {
    this.user.remove(this.keyOf(id));
  }

  private keyOf(id: string): string {
    return `${this.kind.prefix}${this.document}.${id}`;
  }

  private prune(except: string, now: number): void {
    const { prefix, mostInDocument, mostInAll, days } = this.kind;
    const others = Object.entries(this.user.all())
      .filter(([key]) => key.startsWith(prefix) && key !== except)
      .map(([key, json]) => this.rankOf(key, json))
      .sort((a, b) => Number(b.isOwed) - Number(a.isOwed) || b.at - a.at);
    const here = others.filter(({ key }) => key.startsWith(this.keyOf('')));
    const beyond = new Set(here.slice(mostInDocument - 1).filter(({ isOwed }) => !isOwed));
    const left = others.filter((each) => !beyond.has(each) && now - each.at <= days * DAY);
    const stay = new Set(left.filter(({ isOwed }, i) => isOwed || i < mostInAll - 1));
    for (const each of others) if (!stay.has(each)) this.user.remove(each.key);
  }

  /** What cannot be read is the oldest of all. */
  private rankOf(key: string, json: string) {
    const found = readStored(this.kind.stored, json);
    return { key, at: found?.at ?? 0, isOwed: found !== undefined && this.kind.isOwed?.(found) === true };
  }
}
