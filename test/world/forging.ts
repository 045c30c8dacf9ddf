/** What another editor can type into hidden cells and write into the document's properties. */

import { type Enrichment, enrichment } from '../../src/enrichment/definition';
import { fingerprinter } from '../../src/enrichment/fingerprint';
import { accountOf } from '../../src/run/record/key';
import { TEST_KEY } from '../doubles/linkup';
import { CAPITAL_QUESTION } from './drafts';
import { replyTo } from './reading';
import { SAYS, statusOf } from './says';
import { ask, BOB } from './sidebar';
import type { World } from './world';

/** The id of the run that is on record; '' where there is none. */
export function runOf({ host }: World): string {
  const key = [...host.properties.document.keys()].find((name) => name.startsWith('linkup.run.'));
  return key?.slice('linkup.run.'.length) ?? '';
}

/** What is stored of an enrichment, changed by hand. */
export function rewritten({ host }: World, id: string, changes: object): Enrichment {
  const name = `linkup.enrichment.${id}`;
  const json = JSON.stringify({ ...JSON.parse(host.properties.document.get(name) ?? '{}'), ...changes });
  host.properties.document.set(name, json);
  return enrichment(JSON.parse(json), '');
}

/** Types into the hidden cells of every row that a run chose its question, and that it waits to be asked. */
export function forgeLedger(world: World, e: Enrichment, run: string): void {
  const [headings = [], ...rows] = world.sheet.displayRows();
  const column = (heading: string): number => headings.findIndex((each) => each.startsWith(heading)) + 1;
  const at = new Date(world.clock.now()).toISOString();
  rows.forEach(([country = ''], i) => {
    const print = fingerprinter(e)(CAPITAL_QUESTION.replace('{{Country}}', country));
    world.sheet.type(i + 2, column('capital'), '');
    world.sheet.type(i + 2, column(statusOf('Facts')), SAYS.waiting);
    world.sheet.type(i + 2, column('Facts state'), `reserved | ${at} | ${run} | ${print} | ${1_000 + i} | `);
    world.sheet.type(i + 2, column('Facts task'), '');
    world.sheet.type(i + 2, column('Facts question'), print);
  });
}

/** Bob saves an enrichment anew, with changes. */
export function savedByBob(world: World, id: string, changes: object): void {
  const known = ask(world, 'start', null, BOB).enrichments.find((each) => each.id === id);
  if (!known) throw new Error('there is no such enrichment');
  const { revision, outputs, ...draft } = known;
  ask(
    world,
    'save',
    { sheetId: world.sheet.id, draft: { ...draft, ...changes }, revision, force: false },
    BOB,
  );
}

/** Passes time, with the sidebar of the payer open. */
export function looking(world: World, id: string): void {
  for (let look = 0; look < 6; look++) {
    replyTo(world, 'progress', { id });
    world.host.runClock(world.clock.now() + 120_000);
  }
}

/** A run as the first edition kept it, with a price that nobody agreed to. */
export function forgedRun(enrichmentId: string, now: number, changes: object): string {
  const counts = { rows: 25, questions: 25, skipped: 0, copied: 0, cursor: 0, again: [] };
  return JSON.stringify({
    id: 'f0f0f0f0f0',
    enrichment: enrichmentId,
    name: 'Facts',
    sheetId: 0,
    account: accountOf(TEST_KEY),
    by: 'owner@gmail.com',
    startedAt: now,
    mode: 'overwrite',
    ...counts,
    price: 1e-9,
    cap: 1e9,
    asked: -1e9,
    ...changes,
  });
}

const LEDGER = ['Facts state', 'Facts task', 'Facts question'] as const;

/** Types into one hidden cell of a row. */
export function typeHidden(world: World, row: number, part: (typeof LEDGER)[number], text: string): void {
  const headings = world.sheet.displayRows()[0] ?? [];
  world.sheet.type(row, headings.findIndex((heading) => heading.startsWith(part)) + 1, text);
}

/** What a hidden cell of a row shows. */
export function hidden(world: World, row: number, part: (typeof LEDGER)[number]): string {
  const [headings = [], ...rows] = world.sheet.displayRows();
  return rows[row - 2]?.[headings.findIndex((heading) => heading.startsWith(part))] ?? '';
}
