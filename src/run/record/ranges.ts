/** Sets of ordinals as ranges: what was sent of a run of 20,000 questions is one range, not a list of them. */
import { MOST_CELLS } from '../../enrichment/limits';
import { type Parser, text } from '../../enrichment/parse';
import { Problem } from '../../enrichment/problem';

/** Ranges of ordinals, both ends inclusive, in order, with a gap between each and the next. */
export type Ranges = readonly (readonly [from: number, to: number])[];

/** More than these would not fit into a property; what is stored with more was not stored by us. */
const MOST_RANGES = 2_000;

/** The ranges that hold exactly these ordinals, in whatever order they come. */
export function rangesOf(ordinals: Iterable<number>): Ranges {
  const ranges: [number, number][] = [];
  for (const ordinal of [...ordinals].sort((a, b) => a - b)) {
    const last = ranges[ranges.length - 1];
    if (last && ordinal <= last[1] + 1) last[1] = Math.max(last[1], ordinal);
    else ranges.push([ordinal, ordinal]);
  }
  return ranges;
}

/** Whether an ordinal is among them. */
export function holds(ranges: Ranges, ordinal: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = ranges[middle] ?? [0, 0];
    if (ordinal < from) high = middle - 1;
    else if (ordinal > to) low = middle + 1;
    else return true;
  }
  return false;
}

/** What is in either. */
export function union(a: Ranges, b: Ranges): Ranges {
  const merged: [number, number][] = [];
  for (const [from, to] of [...a, ...b].sort((x, y) => x[0] - y[0])) {
    const last = merged[merged.length - 1];
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** What is in the first and not in the second. */
export function without(ranges: Ranges, removed: Ranges): Ranges {
  let rest = ranges;
  for (const [from, to] of removed) {
    rest = rest.flatMap(([first, last]): Ranges => {
      if (to < first || from > last) return [[first, last]];
      const before: Ranges = first < from ? [[first, from - 1]] : [];
      return last > to ? [...before, [to + 1, last]] : before;
    });
  }
  return rest;
}

/** How many ordinals there are. */
export function sizeOf(ranges: Ranges): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

/** Every ordinal, in order. Only for ranges that are known to be small, such as those of one POST. */
export function ordinalsIn(ranges: Ranges): number[] {
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
}

/** As it is stored: `1-100,105`. */
export function rangesText(ranges: Ranges): string {
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

const RANGE = /^(\d{1,8})(?:-(\d{1,8}))?$/;

/** Reads ranges from their text. Throws `malformed` for what is out of bounds, out of order, or none. */
export const ranges: Parser<Ranges> = (value, path) => {
  const stored = text(value, path);
  const parts = stored === '' ? [] : stored.split(',');
  let above = 0;
  if (parts.length > MOST_RANGES) throw new Problem('malformed', `${path} has too many ranges`);
  return parts.map((part) => {
    const [, from = '', to = from] = RANGE.exec(part) ?? [];
    const range = [Number(from), Number(to)] as const;
    const isRange = from !== '' && range[0] > above && range[1] >= range[0] && range[1] <= MOST_CELLS;
    if (!isRange) throw new Problem('malformed', `${path} should be ranges in order`);
    above = range[1];
    return range;
  });
};
