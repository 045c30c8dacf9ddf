/** The figures of a case, as they are compared, printed and kept. */
import type { Case } from './cases';
import { limitSeconds } from './limit';
import type { Reading } from './meter';

/** One case. Times in virtual seconds unless the name says otherwise. */
export interface Figures extends Pick<Case, 'name' | 'rows' | 'queue' | 'depth' | 'driver'> {
  readonly scattered: boolean;
  readonly sheetCalls: number;
  readonly allCalls: number;
  readonly cellsReadPerRow: number;
  readonly cellsWrittenPerRow: number;
  readonly posts: number;
  readonly lists: number;
  readonly virtualSeconds: number;
  readonly limitSeconds: number;
  /** The limit by the time that was taken: 1 is as fast as can be. */
  readonly efficiency: number;
  readonly triggerMinutes: number;
  readonly firstAnswerSeconds: number;
  /** Real seconds that the add-on itself computed. */
  readonly cpuSeconds: number;
  readonly lockFreeShare: number;
  readonly longestLockSeconds: number;
  /** Why none of this counts; '' if it does. */
  readonly invalid: string;
}

/** The figures of a case that was played. */
export function figuresOf(job: Case, reading: Reading, invalid: string): Figures {
  const { name, rows, queue, depth, driver, table } = job;
  const limit = limitSeconds(job);
  return {
    name,
    rows,
    queue,
    depth,
    driver,
    scattered: table === 'scattered',
    sheetCalls: reading.sheetCalls,
    allCalls: reading.allCalls,
    cellsReadPerRow: rounded(reading.cellsRead / rows),
    cellsWrittenPerRow: rounded(reading.cellsWritten / rows),
    posts: reading.posts,
    lists: reading.lists,
    virtualSeconds: rounded(reading.virtualSeconds),
    limitSeconds: rounded(limit),
    efficiency: rounded(limit / reading.virtualSeconds),
    triggerMinutes: rounded(reading.triggerMinutes),
    firstAnswerSeconds: rounded(reading.firstAnswerSeconds),
    cpuSeconds: rounded(reading.cpuSeconds),
    lockFreeShare: rounded(reading.lockFreeShare),
    longestLockSeconds: rounded(reading.longestLockSeconds),
    invalid,
  };
}

/** To hundredths. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A line for people. */
export function show(figures: Figures): string {
  const { name, invalid, sheetCalls, allCalls, cellsReadPerRow, cellsWrittenPerRow, posts, lists } = figures;
  const { virtualSeconds, efficiency, triggerMinutes, firstAnswerSeconds, cpuSeconds } = figures;
  const parts = [
    `${sheetCalls} of ${allCalls} calls`,
    `cells a row ${cellsReadPerRow} read, ${cellsWrittenPerRow} written`,
    `${posts} POSTs, ${lists} lists`,
    `${virtualSeconds} s (efficiency ${efficiency})`,
    `first answer ${firstAnswerSeconds} s`,
    `trigger ${triggerMinutes} min`,
    `own CPU ${cpuSeconds} s`,
    `lock free ${figures.lockFreeShare}, longest ${figures.longestLockSeconds} s`,
  ];
  return `${name}: ${invalid === '' ? '' : `INVALID (${invalid}) · `}${parts.join(' · ')}`;
}
