/** The probe on the local Linkup: every answer agrees with the knobs, and every knob that is turned is reported as such. */
import { describe, expect, it } from 'vitest';
import { inUsd } from '../../../src/enrichment/money';
import type { HttpRequest } from '../../doubles/http';
import { defaultKnobs, KNOBS, type LinkupKnobs } from '../../doubles/linkup';
import { Asker } from './asker';
import { Evidence } from './evidence';
import { LOCAL_KEY, localLinkup } from './linkups';
import { Purse, planned } from './purse';
import { QUESTIONS, UNASKABLE } from './questions/all';
import { STEPS, type StepName } from './requests';
import { askFirst, askRest } from './script';
import { type Verdict, verdictsOn } from './verdict';

/** Asks a Linkup everything. */
async function probed(linkup: ReturnType<typeof localLinkup>) {
  const purse = new Purse(planned());
  const asker = new Asker({ ...linkup, key: LOCAL_KEY, purse, stopped: () => false });
  await askFirst(asker, planned());
  await askRest(asker);
  const verdicts = verdictsOn(QUESTIONS, new Evidence(asker.exchanges), defaultKnobs());
  return { verdicts, purse, billed: linkup.double.bill.total() };
}

/** What is to be turned, by the ids of its questions. */
function turns(verdicts: readonly Verdict[]): Record<string, string | undefined> {
  const differing = verdicts.filter(({ kind }) => kind === 'differs');
  return Object.fromEntries(
    differing.map(({ question, turn, seen }) => [question.id, turn ?? `no knob: ${seen}`]),
  );
}

const HOUR = 3_600_000;

/** Knobs that do not disturb each other, turned together. */
const TOGETHER: readonly Partial<LinkupKnobs>[] = [
  {
    ...{ responseOrder: 'shuffled', batchField: 'bracket', flashInTasks: 'reject' },
    ...{ taskErrorForm: 'code: message', echo: 'minimal', echoSubject: 'as sent', echoDomains: 'as sent' },
    ...{
      echoSchema: 'as sent',
      echoMaxResults: null,
      echoToDate: 'none',
      queueLimit: 10,
      tieOrder: 'stable',
    },
    ...{ noKeyCode: 'PAYMENT_REQUIRED', errorTexts: 'plain', listForm: 'empty' },
  },
  {
    ...{ atomicity: 'each', completionOrder: 'submission', echoMaxResults: 5, echoToDate: 'utc day' },
    ...{ tieOrder: 'by page', defaultSortBy: 'updatedAt', retryAfterSeconds: 7, errorTexts: 'long' },
    ...{ misplacedOptions: 'ignore', schemaAsObject: 'accept', maxQueryLength: 10_000, listForm: 'doubles' },
  },
  {
    ...{ atomicity: 'drop', completionOrder: 'reverse', echoToDate: 'local day', dateHeader: false },
    ...{ researchModeSpelling: 'capitalised', missingPageCode: 'FETCH_TARGET_UNREACHABLE' },
    ...{ listForm: 'fewer', listRepeats: true, pollScope: 'off' },
  },
  { batchField: 'none', echoToDate: 'day before', listForm: 'many' },
  { listForm: 'wrong kinds' },
  { listForm: 'texts' },
  { listForm: 'entities' },
  { listForm: 'nameless' },
];

const LISTS: LinkupKnobs['pollRoutes'] = ['listTasks', 'listResearch'];

/** Knobs that are told in other words than their value, or that more than one question notices. */
const OTHERS: readonly (readonly [Partial<LinkupKnobs>, Readonly<Record<string, string>>])[] = [
  [
    { echoSubject: 'search words' },
    { 'echo-subject': 'turn `echoSubject` to "search words"', recognised: 'no knob: 8 of 8' },
  ],
  [
    { unknownFields: 'ignore', outputForm: () => 'capitals' },
    {
      'odd-field': 'turn `unknownFields` to "ignore"',
      'odd-query': 'turn `unknownFields` to "ignore"',
      'output-form': 'turn `outputForm` to () => "capitals"',
    },
  ],
  [
    { outputForm: () => 'text', pollRoutes: ['listTasks'] },
    {
      forms: 'no knob: not a page, results, a page, fields with sources, fields of a page, a page',
      'output-form': 'turn `outputForm` to () => "text"',
      'poll-listResearch': 'turn `pollRoutes` to a list without "listResearch"',
    },
  ],
  [
    { pollRoutes: [...LISTS, 'getTask'], retryAfterSeconds: 9, retryAfterForm: 'date' },
    {
      'poll-getTask': 'turn `pollRoutes` to a list with "getTask"',
      'retry-after': 'turn `retryAfterSeconds` to 9',
      'retry-after-form': 'turn `retryAfterForm` to "date"',
    },
  ],
  [
    { pollRoutes: [...LISTS, 'createTasks'] },
    { 'poll-createTasks': 'turn `pollRoutes` to a list with "createTasks"' },
  ],
  [
    { pollIntervalMs: 3_000, listLagMs: 60_000 },
    {
      'poll-interval': 'turn `pollIntervalMs` to more than 1100',
      'list-lag': 'turn `listLagMs` to at least 20',
    },
  ],
];

describe('the probe', () => {
  it('finds the local Linkup as its knobs say', async () => {
    const { verdicts, purse, billed } = await probed(localLinkup());
    expect(turns(verdicts)).toEqual({});
    expect(verdicts.filter(({ kind }) => kind === 'open').map(({ question }) => question.id)).toEqual([
      'retention',
      'retry-after-form',
    ]);
    expect(inUsd(purse.counted)).toBeCloseTo(billed);
  });

  it.each(TOGETHER)('tells what to turn, and nothing else: %j', async (knobs) => {
    const { verdicts, purse, billed } = await probed(localLinkup(knobs));
    const expected = Object.entries(knobs).map(([knob, value]) => [
      QUESTIONS.find((question) => question.knob === knob)?.id,
      `turn \`${knob}\` to ${JSON.stringify(value)}`,
    ]);
    expect(turns(verdicts)).toEqual(Object.fromEntries(expected));
    expect(inUsd(purse.counted)).toBeGreaterThanOrEqual(billed - 1e-9);
  });

  it.each(OTHERS)('tells of %j in words that fit', async (knobs, expected) => {
    expect(turns((await probed(localLinkup(knobs))).verdicts)).toEqual(expected);
  });

  it('tells a bill that is higher than the price list, and waits for one that is lower', async () => {
    const billed = async (usd: number) => {
      const linkup = localLinkup();
      const { bill } = linkup.double;
      const transport = (request: HttpRequest) => {
        if (request.url.includes('pageSize=100&sortDirection'))
          bill.setBalance('acme', bill.balanceOf('acme') - usd);
        return linkup.transport(request);
      };
      const { verdicts } = await probed({ ...linkup, transport });
      return verdicts.find(({ question }) => question.id === 'bill');
    };
    expect(await billed(0)).toMatchObject({ kind: 'agrees', seen: '$0.043 of $0.043' });
    expect(await billed(0.01)).toMatchObject({ kind: 'differs', seen: '$0.053 of $0.043' });
    expect(await billed(-0.01)).toMatchObject({
      kind: 'open',
      seen: expect.stringContaining('charged later'),
    });
  });

  it('waits as long as it is asked to before it asks again', async () => {
    const linkup = localLinkup({ pollRoutes: [...LISTS, 'createTasks'], retryAfterSeconds: 9 });
    const asker = new Asker({ ...linkup, key: LOCAL_KEY, purse: new Purse(planned()), stopped: () => false });
    await askFirst(asker, planned());
    await askRest(asker);
    const [refused, again] = new Evidence(asker.exchanges).all('domains');
    expect([refused?.status, again?.status]).toEqual([429, 200]);
    expect((again?.sentAt ?? 0) - (refused?.answeredAt ?? 0)).toBeGreaterThanOrEqual(9_000);
  });

  it('sees that tasks are kept longer, where there are old ones', async () => {
    const linkup = localLinkup({ retentionMs: 100 * HOUR });
    await probed(linkup);
    await linkup.rest(60 * HOUR);
    const { verdicts } = await probed(linkup);
    expect(turns(verdicts).retention).toMatch(/^turn `retentionMs` to at least 2160\d{5}$/);
  });
});

describe('every knob', () => {
  const asked = [...new Set(QUESTIONS.flatMap(({ knob }) => knob ?? []))];

  it('is settled by a question, or it is said why by none', () => {
    expect([...asked, ...Object.keys(UNASKABLE)].sort()).toEqual(Object.keys(KNOBS).sort());
    for (const reason of Object.values(UNASKABLE)) expect(reason).toMatch(/\w \w.* \w/);
  });

  it('that a question settles was turned above', () => {
    const turned = [...TOGETHER, ...OTHERS.map(([knobs]) => knobs)].flatMap(Object.keys);
    expect([...new Set([...turned, 'retentionMs'])].sort()).toEqual([...asked].sort());
  });
});

describe('every question', () => {
  it('has a name of its own, sends what is sent, and says what another answer would mean', () => {
    expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(QUESTIONS.length);
    for (const { asks, difference } of QUESTIONS) {
      expect(asks).toMatch(/\?$/);
      expect(difference).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('is why its requests are sent', () => {
    const used = new Set<StepName>(QUESTIONS.flatMap(({ sends }) => sends));
    expect(STEPS.filter((name) => !used.has(name))).toEqual([]);
  });
});
