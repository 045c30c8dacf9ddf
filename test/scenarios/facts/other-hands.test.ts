/** What another editor of the document can do: spoil a run, but never make somebody's key pay for what they did not agree to. */
import { expect } from 'vitest';
import { type Enrichment, enrichment } from '../../../src/enrichment/definition';
import { fingerprint } from '../../../src/enrichment/fingerprint';
import { questionOf } from '../../../src/enrichment/question';
import { accountOf } from '../../../src/run/record/key';
import { TEST_KEY } from '../../doubles/linkup';
import { countryTable } from '../../world/countries';
import { CAPITAL_DRAFT, CAPITAL_QUESTION } from '../../world/drafts';
import { fact } from '../../world/fact';
import { openWithLinkup, replyTo, traces } from '../../world/reading';
import { ask, BOB, codeOf, enrich, follow, revisionOf, saved, toFill, withFacts } from '../../world/sidebar';
import { World } from '../../world/world';

const ROWS = 30;

/** A search of $0.006 a row. */
const CHEAP = { ...CAPITAL_DRAFT };

/** The same question as research, at $2.50 a row. */
const DEAR = { type: 'research', options: { mode: 'auto', reasoningDepth: 'XL' } } as const;

const slow = { linkup: { queueLimit: 10 } };

/** The id of the run that is on record; '' where there is none. */
function runOf({ host }: World): string {
  const key = [...host.properties.document.keys()].find((name) => name.startsWith('linkup.run.'));
  return key?.slice('linkup.run.'.length) ?? '';
}

/** What is stored of an enrichment, changed by hand. */
function rewritten({ host }: World, id: string, changes: object): Enrichment {
  const name = `linkup.enrichment.${id}`;
  const json = JSON.stringify({ ...JSON.parse(host.properties.document.get(name) ?? '{}'), ...changes });
  host.properties.document.set(name, json);
  return enrichment(JSON.parse(json), '');
}

/** Types into the hidden cells of every row that a run chose its question, and that it waits to be asked. */
function forgeLedger(world: World, e: Enrichment, run: string): void {
  const [headings = [], ...rows] = world.sheet.displayRows();
  const column = (heading: string): number => headings.findIndex((each) => each.startsWith(heading)) + 1;
  const at = new Date(world.clock.now()).toISOString();
  rows.forEach(([country = ''], i) => {
    const print = fingerprint(questionOf(e, CAPITAL_QUESTION.replace('{{Country}}', country)));
    world.sheet.type(i + 2, column('capital'), '');
    world.sheet.type(i + 2, column('Facts status'), 'Waiting');
    world.sheet.type(i + 2, column('Facts state'), `reserved | ${at} | ${run} | ${print} | ${1_000 + i} | `);
    world.sheet.type(i + 2, column('Facts task'), '');
    world.sheet.type(i + 2, column('Facts question'), print);
  });
}

/** Lets a colleague do something while the next dialog is on view. */
function whileAsked(world: World, deed: () => void): void {
  world.host.onServiceCall = ({ method }) => {
    if (method !== 'alert') return;
    world.host.onServiceCall = undefined;
    deed();
  };
}

function savedByBob(world: World, id: string, changes: object): void {
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
function looking(world: World, id: string): void {
  for (let look = 0; look < 20; look++) {
    replyTo(world, 'progress', { id });
    world.host.runClock(world.clock.now() + 120_000);
  }
}

fact('S1 an enrichment saved as research XL while its price is on view is not asked', async (edition) => {
  const { world, id } = await withFacts(ROWS, { edition, ...slow }, CHEAP);
  whileAsked(world, () => savedByBob(world, id, DEAR));
  world.press('Enrich all rows', 'YES', 'OK');
  const run = runOf(world);
  if (run) forgeLedger(world, rewritten(world, id, {}), run);
  world.host.runClock(world.clock.now() + 6 * 3_600_000);
  expect(world.linkup.bill.total()).toBeLessThanOrEqual(ROWS * 0.006);
  expect(world.linkup.tasks).toEqual([]);
  expect(world.host.ui.dialogs.at(-1)?.message).toMatch(/^Somebody saved “Facts” anew/);
  expect(world.host.triggers).toEqual([]);
});

fact(
  'S1 an enrichment rewritten as research XL in mid-run pauses the run, whatever the ledger says',
  async (edition) => {
    const { world, id } = await withFacts(ROWS, { edition, ...slow }, CHEAP);
    enrich(world, id);
    forgeLedger(world, rewritten(world, id, DEAR), runOf(world));
    world.host.runClock(world.clock.now() + 6 * 3_600_000);
    expect(world.linkup.bill.total()).toBeLessThanOrEqual(ROWS * 0.006);
    expect(world.linkup.tasks.every(({ type }) => type === 'search')).toBe(true);
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'agreement-void' });
    rewritten(world, id, { type: 'search', options: CHEAP.options });
    expect(ask(world, 'resume', { id })?.state).not.toBe('paused');
  },
);

fact('S1 ledger cells that somebody types ask no more questions than were agreed', async (edition) => {
  const { world, id } = await withFacts(10, { edition, linkup: { queueLimit: 5 } }, CHEAP);
  enrich(world, id);
  const e = rewritten(world, id, {});
  for (const [i, country] of countryTable(80).slice(20).entries())
    world.sheet.type(12 + i, 1, String(country[0]));
  const run = runOf(world);
  const record = `linkup.run.${run}`;
  for (let round = 0; round < 5; round++) {
    forgeLedger(world, e, run);
    const kept = JSON.parse(world.host.properties.document.get(record) ?? '{}');
    // The first edition kept price, cap and count where everybody may write.
    const forged = { ...kept, ...('asked' in kept ? { asked: -1_000_000, cap: 1_000_000 } : {}), cursor: 0 };
    if (kept.id) world.host.properties.document.set(record, JSON.stringify(forged));
    world.host.runClock(world.clock.now() + 600_000);
  }
  expect(world.linkup.bill.entries.length).toBeLessThanOrEqual(10);
});

/** A run as the first edition kept it, with a price that nobody agreed to. */
function forgedRun(enrichmentId: string, now: number, changes: object): string {
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

fact('S2 a run that somebody writes into the document costs nobody anything', async (edition) => {
  const { world, id } = await withFacts(25, { edition }, CHEAP);
  enrich(world, id);
  follow(world, id);
  const before = world.linkup.bill.total();
  const { document } = world.host.properties;
  for (const changes of [
    {},
    { price: 0.006, cap: 0.15, asked: 0 },
    { price: 1e308 },
    { price: 0, cap: -1 },
  ]) {
    document.set('linkup.run.f0f0f0f0f0', forgedRun(id, world.clock.now(), changes));
    forgeLedger(world, rewritten(world, id, {}), 'f0f0f0f0f0');
    looking(world, id);
    expect(world.linkup.bill.total()).toBe(before);
    expect(replyTo(world, 'start', null)).toMatchObject({ ok: true });
    expect(['', 'not-yours']).toContain(codeOf(world, 'resume', { id }));
    expect(world.linkup.bill.total()).toBe(before);
  }
});

fact(
  'S2 a run of this edition that refers to an agreement of somebody’s is not theirs unless they agreed to it',
  async (edition) => {
    const { world, id } = await withFacts(25, { edition }, CHEAP);
    const agreement = enrich(world, id).run;
    follow(world, id);
    const before = world.linkup.bill.total();
    world.host.properties.document.set(
      'linkup.run.f0f0f0f0f0',
      forgedRun(id, world.clock.now(), { agreement }),
    );
    forgeLedger(world, rewritten(world, id, {}), 'f0f0f0f0f0');
    looking(world, id);
    expect(world.linkup.bill.total()).toBe(before);
  },
);

/** Two organisations; the key of the first is shared by two people. */
const KEYS = { [TEST_KEY]: { organization: 'acme' }, 'bobs-own': { organization: 'other' } };

async function sharedKey(edition: Parameters<Parameters<typeof fact>[1]>[0]) {
  const options = { keys: KEYS, balances: { acme: 100, other: 100 }, knobs: { queueLimit: 10 } };
  const { world, linkup } = await openWithLinkup(countryTable(ROWS), options, TEST_KEY, { edition });
  const id = saved(world, CHEAP);
  ask(world, 'connect', { key: TEST_KEY }, BOB);
  enrich(world, id);
  return { world, linkup, id };
}

fact('S3 whoever shares a key and takes another pays for nobody else’s run', async (edition) => {
  const { world, linkup, id } = await sharedKey(edition);
  ask(world, 'connect', { key: 'bobs-own' }, BOB);
  for (let look = 0; look < 10; look++) {
    ask(world, 'progress', { id }, BOB);
    world.clock.sleep(2_000);
  }
  world.untilDone();
  expect(linkup.bill.entries.filter(({ organization }) => organization === 'other')).toEqual([]);
  expect(world.column('Facts status').filter((status) => !status.startsWith('Done'))).toEqual([]);
  expect(linkup.bill.entries).toHaveLength(ROWS);
});

fact('S3 whoever shares a key and removes it stops nobody else’s run', async (edition) => {
  const { world, linkup, id } = await sharedKey(edition);
  ask(world, 'disconnect', null, BOB);
  expect(ask(world, 'progress', { id })?.state).toBe('working');
  world.untilDone();
  expect(world.column('Facts status').filter((status) => !status.startsWith('Done'))).toEqual([]);
  expect(linkup.bill.entries).toHaveLength(ROWS);
});

fact('S3 the own key replaced in mid-run pays for the rest only once that is said', async (edition) => {
  const { world, linkup, id } = await sharedKey(edition);
  ask(world, 'connect', { key: 'bobs-own' });
  world.host.runClock(world.clock.now() + 3_600_000);
  expect(linkup.bill.entries.filter(({ organization }) => organization === 'other')).toEqual([]);
  expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'key-changed' });
  ask(world, 'connect', { key: TEST_KEY });
  expect(ask(world, 'resume', { id })?.state).not.toBe('paused');
  world.untilDone();
  expect(world.column('Facts status').filter((status) => !status.startsWith('Done'))).toEqual([]);
  expect(linkup.bill.entries).toHaveLength(ROWS);
});

fact(
  'S6 what is saved under a word of the language keeps nobody’s sidebar from starting',
  async (edition) => {
    const { world, id } = await withFacts(3, { edition }, CHEAP);
    const { document } = world.host.properties;
    const known = JSON.parse(document.get(`linkup.enrichment.${id}`) ?? '{}');
    for (const word of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '..', 'a/b', ''])
      document.set(`linkup.enrichment.${word}`, JSON.stringify({ ...known, id: word }));
    for (const user of [undefined, BOB])
      expect(ask(world, 'start', null, user).enrichments.map((each) => each.id)).toEqual([id]);
  },
);

fact('S7 what is too long or too much is refused before anything is touched', async (edition) => {
  const world = await World.open(countryTable(3), { edition });
  const before = traces(world);
  const properties = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`p${i}`, {}]));
  const field = { name: 'capital', kind: 'text' } as const;
  for (const changes of [
    { name: 'x'.repeat(60_000) },
    { name: 'x'.repeat(101) },
    { fields: [{ ...field, name: 'x'.repeat(60_000) }] },
    { fields: [{ ...field, description: 'x'.repeat(501) }] },
    { fields: Array.from({ length: 51 }, (_, i) => ({ ...field, name: `field ${i}` })) },
    { fields: [], schema: JSON.stringify({ type: 'object', properties }) },
    { template: `{{Country}} ${'x'.repeat(10_000)}` },
    { template: `{{Country}} ${'é'.repeat(4_500)}` },
  ]) {
    const draft = { ...CHEAP, ...changes };
    const argument = { sheetId: world.sheet.id, draft, revision: '', force: false };
    expect(replyTo(world, 'save', argument)).toMatchObject({ ok: false, code: 'bad-option' });
    expect(traces(world)).toEqual(before);
  }
});

fact('S7 what is saved and means nothing is left out, in words', async (edition) => {
  const { world, id } = await withFacts(3, { edition }, CHEAP);
  const { document } = world.host.properties;
  const known = JSON.parse(document.get(`linkup.enrichment.${id}`) ?? '{}');
  for (const [i, changes] of [
    { fields: [] },
    { fields: [], schema: '[' },
    { shape: 'page' },
    { name: '' },
  ].entries())
    document.set(`linkup.enrichment.bad${i}`, JSON.stringify({ ...known, id: `bad${i}`, ...changes }));
  const reply = replyTo(world, 'start', null);
  expect(reply).toMatchObject({ ok: true, result: { enrichments: [{ id }] } });
  expect(ask(world, 'start', null).unreadable[0]).toMatch(/^“Facts” is left out\. No fields are named\./);
});

fact('A23 a page that shows an older revision asks nothing', async (edition) => {
  const { world, id } = await withFacts(3, { edition }, CHEAP);
  const choice = toFill(world, id);
  const { total } = ask(world, 'offer', choice);
  savedByBob(world, id, { template: 'Who is the head of government of {{Country}}?' });
  expect(codeOf(world, 'enrich', { ...choice, total, cap: total })).toBe('offer-outdated');
  expect(codeOf(world, 'offer', choice)).toBe('offer-outdated');
  expect(world.linkup.tasks).toEqual([]);
  expect(codeOf(world, 'offer', { ...choice, revision: revisionOf(world, id) })).toBe('');
});

const LEDGER = ['Facts state', 'Facts task', 'Facts question'] as const;

/** Types into one hidden cell of a row. */
function typeHidden(world: World, row: number, part: (typeof LEDGER)[number], text: string): void {
  const headings = world.sheet.displayRows()[0] ?? [];
  world.sheet.type(row, headings.findIndex((heading) => heading.startsWith(part)) + 1, text);
}

/** What a hidden cell of a row shows. */
function hidden(world: World, row: number, part: (typeof LEDGER)[number]): string {
  const [headings = [], ...rows] = world.sheet.displayRows();
  return rows[row - 2]?.[headings.findIndex((heading) => heading.startsWith(part))] ?? '';
}

fact('S5 nothing that can be typed into a hidden cell keeps a run from its end', async (edition) => {
  const { world, id } = await withFacts(ROWS, { edition, ...slow }, CHEAP);
  enrich(world, id);
  ['\ud800x', 'x'.repeat(5_000), '..', '../../search', '__proto__'].forEach((taskId, i) => {
    typeHidden(world, i + 2, 'Facts task', taskId);
  });
  const state = (row: number): string[] => hidden(world, row, 'Facts state').split(' | ');
  const changed = (row: number, part: number, text: string): void =>
    typeHidden(
      world,
      row,
      'Facts state',
      state(row)
        .map((each, i) => (i === part ? text : each))
        .join(' | '),
    );
  changed(7, 1, '9999-12-31T23:59:59.999Z');
  changed(8, 1, '+275760-09-13T00:00:00.000Z');
  changed(12, 4, '9'.repeat(400));
  changed(13, 4, '9007199254740993');
  const firings = world.host.executions.length;
  world.host.runClock({ until: () => world.host.triggers.length === 0, limitMs: 30 * 3_600_000 });
  expect(world.host.triggers).toEqual([]);
  expect(world.host.executions.length - firings).toBeLessThan(120);
  expect(runOf(world)).toBe('');
  expect(world.linkup.bill.total()).toBeLessThanOrEqual(ROWS * 0.006);
  expect(world.column('Facts status').filter((status) => /^(Asking|Waiting)/.test(status))).toEqual([]);
});

/** CPU time of one look at the last run when so many of its rows failed for one reason, in ms. */
function lookAtFailed(world: World, id: string, rows: number): number {
  const run = ask(world, 'start', null).progress[0]?.run ?? '';
  const e = rewritten(world, id, {});
  const print = fingerprint(questionOf(e, CAPITAL_QUESTION.replace('{{Country}}', 'Peru')));
  const at = new Date(world.clock.now()).toISOString();
  const [headings = []] = world.sheet.displayRows();
  const failed = (n: number): string[] =>
    headings.map((heading) => {
      if (heading === 'Country') return 'Peru';
      if (heading === 'Facts status') return `Failed: no answer${' '.repeat(50)}`;
      if (heading.startsWith('Facts state')) return `failed | ${at} | ${run} | ${print} | ${n} | `;
      return heading.startsWith('Facts question') ? print : '';
    });
  world.sheet.fromRows([headings, ...Array.from({ length: rows }, (_, i) => failed(i + 1))]);
  const before = process.cpuUsage();
  const report = ask(world, 'progress', { id });
  const { user, system } = process.cpuUsage(before);
  expect(report?.failures).toMatchObject([{ total: rows }]);
  return (user + system) / 1_000;
}

fact(
  'S8 four times as many failed rows take about four times as long to tell of, not sixteen times',
  async (edition) => {
    const { world, id } = await withFacts([['Country'], ['Peru']], { edition }, CHEAP);
    enrich(world, id);
    follow(world, id);
    lookAtFailed(world, id, 1_000);
    const some = lookAtFailed(world, id, 3_000);
    const many = lookAtFailed(world, id, 12_000);
    expect(many / some).toBeLessThan(8);
  },
);
