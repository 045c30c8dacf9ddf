/** The jobs that are measured: a dozen with a name, instead of everything crossed with everything. */

/** Who moves a run forward after it was started. */
export type Driver = 'menu' | 'sidebar' | 'clock';

/** One job. */
export interface Case {
  readonly name: string;
  readonly rows: number;
  /** Places in Linkup's queue. */
  readonly queue: number;
  readonly depth: 'standard' | 'deep' | 'research';
  readonly driver: Driver;
  /** What is odd about the table: duplicates in random places with rows left out, or outputs that are no neighbours. */
  readonly table: 'plain' | 'scattered' | 'spread';
}

const USUAL = { queue: 100, depth: 'standard', table: 'plain' } as const;

/** All of them, small ones first. */
export const CASES: readonly Case[] = [
  { ...USUAL, name: '1,000 by menu', rows: 1_000, driver: 'menu' },
  { ...USUAL, name: '1,000 by sidebar', rows: 1_000, driver: 'sidebar' },
  { ...USUAL, name: '1,000 by clock', rows: 1_000, driver: 'clock' },
  { ...USUAL, name: '1,000 spread', rows: 1_000, driver: 'menu', table: 'spread' },
  { ...USUAL, name: '2,400 scattered', rows: 2_400, driver: 'menu', table: 'scattered' },
  { ...USUAL, name: '1,000 deep by sidebar', rows: 1_000, driver: 'sidebar', depth: 'deep' },
  { ...USUAL, name: '1,000 deep by clock', rows: 1_000, driver: 'clock', depth: 'deep' },
  { ...USUAL, name: '1,000 research by clock', rows: 1_000, driver: 'clock', depth: 'research' },
  { ...USUAL, name: '5,000 by menu', rows: 5_000, driver: 'menu' },
  { ...USUAL, name: '5,000 by sidebar', rows: 5_000, driver: 'sidebar' },
  { ...USUAL, name: '20,000 by clock', rows: 20_000, driver: 'clock' },
  { ...USUAL, name: '20,000, queue of 1,000', rows: 20_000, driver: 'menu', queue: 1_000 },
  { ...USUAL, name: '100,000 by clock', rows: 100_000, driver: 'clock' },
];
