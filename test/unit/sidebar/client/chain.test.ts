/** Several enrichments of a sheet: what uses what, in which order they are asked, and what is said of them. */
import { describe, expect, it } from 'vitest';
import { checkAgainst, checkDefinition } from '../../../../src/enrichment/check';
import {
  alone,
  followsLine,
  nextAfter,
  saveLabel,
  startChain,
} from '../../../../src/sidebar/client/model/chain-starters';
import {
  cameToLine,
  chainBill,
  chainLabel,
  leftLine,
  standingLine,
  stopAllLine,
  waitingLine,
} from '../../../../src/sidebar/client/model/chain-words';
import {
  BLANK,
  draftOf,
  enrichmentOf,
  type Form,
  templateOf,
} from '../../../../src/sidebar/client/model/form';
import { CHAINS, STARTERS } from '../../../../src/sidebar/client/model/starter-texts';
import { startFrom } from '../../../../src/sidebar/client/model/starters';
import { INITIAL, type State } from '../../../../src/sidebar/client/model/state';
import { onlyWaits, together } from '../../../../src/sidebar/client/model/together';
import { inOrder, usedBy, usesInWords } from '../../../../src/sidebar/client/model/uses';
import { webTextLine } from '../../../../src/sidebar/client/model/web-text';
import type { Progress, Saved, Start } from '../../../../src/sidebar/protocol';
import { progress, SAVED, START } from '../../../world/sidebar-samples';

function saved(id: string, template: string, ...outputs: readonly string[]): Saved {
  return { ...SAVED, id, name: `The ${id}`, template, outputs };
}

const FIND = saved('find', 'Website of {{Company}}?', 'Website');
const READ = saved('read', '{{ website }}', 'Industry');
const RIVALS = saved('rivals', 'Who competes with {{Company}} in {{Industry}}, see {{Website}}?', 'Rivals');
const SHEET: Start = {
  ...START,
  headings: ['Company', 'Website', 'Industry', 'Rivals'],
  enrichments: [RIVALS, READ, FIND],
};

describe('what an enrichment uses', () => {
  it('are the columns that others fill, in its question, whatever liberties that takes', () => {
    expect(usesInWords(usedBy(RIVALS, SHEET))).toBe('Industry of “The read”, Website of “The find”');
    expect(usesInWords(usedBy(READ, SHEET))).toBe('Website of “The find”');
    expect(usedBy(FIND, SHEET)).toEqual([]);
  });

  it('are those that its “Only if” looks at, too', () => {
    const onlyIf = { column: 'Industry', test: 'not empty' } as const;
    expect(usedBy({ ...FIND, onlyIf }, SHEET)).toEqual([{ column: 'Industry', by: 'The read' }]);
  });

  it('is nothing that cannot be told: a column that is gone, or braces that are open', () => {
    expect(usedBy(saved('a', '{{Gone}} {{Website}}'), SHEET)).toEqual([
      { column: 'Website', by: 'The find' },
    ]);
    expect(usedBy(saved('a', '{{Website'), SHEET)).toEqual([]);
  });
});

describe('what to mind of a question that holds text from the web', () => {
  const form = (question: string): Form => ({ ...BLANK, question });

  it('is said where a column of the person’s own goes out beside it', () => {
    expect(webTextLine(form('Is {{ industry }} right for {{Company}}?'), SHEET)).toBe(
      'Industry comes from the web, and a page can write there what reads like an instruction. Company goes out beside it: name no column here that is private.',
    );
  });

  it('is nothing where all is the person’s own, or all from the web', () => {
    expect(webTextLine(form('Who leads {{Company}}?'), SHEET)).toBe('');
    expect(webTextLine(form('Who leads {{Website}}?'), SHEET)).toBe('');
  });
});

describe('the order of enrichments', () => {
  it('has each behind what it uses', () => {
    expect(inOrder(SHEET).map(({ id }) => id)).toEqual(['find', 'read', 'rivals']);
  });

  it('ends, though they go round in a circle', () => {
    const one = saved('one', '{{Two}}', 'One');
    const two = saved('two', '{{One}}', 'Two');
    const ring = { headings: ['One', 'Two'], enrichments: [one, two] };
    expect(inOrder(ring)).toHaveLength(2);
  });
});

describe('runs that go on together', () => {
  const finding = progress({ id: 'find', run: 'f' });
  const reading = progress(
    { id: 'read', run: 'r' },
    { rows: 0, done: 0, notFound: 0, failed: 0, running: 0, waiting: 0 },
  );
  const state: State = { ...INITIAL, start: SHEET, current: 'read', runs: { find: finding, read: reading } };

  it('are told in their order, each with what it waits for', () => {
    const all = together(state);
    expect(all.map(({ id, waitsFor }) => [id, waitsFor])).toEqual([
      ['find', []],
      ['read', ['The find']],
    ]);
    expect(all.map((one) => standingLine(one, 0))).toEqual(['23 of 50 rows', 'waits for “The find”']);
    expect(onlyWaits(state)).toBe(true);
  });

  it('wait no more for one that has ended', () => {
    const ended = { ...finding, state: 'ended' } as const;
    const all = together({ ...state, runs: { find: ended, read: reading }, watched: ['f'] });
    expect(all.map(({ waitsFor }) => waitsFor)).toEqual([[], []]);
    expect(cameToLine(all)).toBe('');
  });

  it('are none where one goes on alone, and the last one of another day is no news', () => {
    const old = { ...finding, state: 'ended' } as const;
    expect(together({ ...state, runs: { find: old, read: reading } })).toEqual([]);
    expect(onlyWaits({ ...state, runs: { read: reading } })).toBe(false);
  });

  it('have come to what their receipts say, together', () => {
    const receipt = { asked: 3, answered: 3, cost: 0.018, balanceAfter: null };
    const ended = { state: 'ended', receipt } as const;
    const cameTo = (unfed: number, notAsked: Progress['notAsked'] = null): string => {
      const runs = { find: { ...finding, ...ended }, read: { ...reading, ...ended, unfed, notAsked } };
      return cameToLine(together({ ...state, runs, watched: ['f', 'r'] }));
    };
    expect(cameTo(0)).toBe('6 questions asked in all, for $0.036.');
    expect(cameTo(0, { rows: 4, why: 'capped' })).toBe(
      '6 questions asked in all, for $0.036. Spending cap reached. Not asked: 4 rows by “The read”.',
    );
    expect(cameTo(2)).toBe(
      '6 questions asked in all, for $0.036. Skipped, with nothing to ask with: 2 rows by “The read”. Status says why.',
    );
  });
});

describe('stopping all of them', () => {
  const finding = progress();
  const reading = progress({ later: 50 }, { running: 0, waiting: 0 });

  it('saves what waits and what would be asked later, and nothing else', () => {
    expect(stopAllLine([finding, reading])).toBe(
      'Stop all leaves 7 waiting rows and up to 50 later questions unasked and unbilled. What was asked for 20 rows still arrives and is billed.',
    );
    expect(stopAllLine([progress({}, { waiting: 0 })])).toBe(
      'All are asked already: stopping saves nothing.',
    );
    expect(stopAllLine([{ ...finding, state: 'stopping' }])).toBe('');
  });

  it('leaves what was never asked, which is said as long as those runs are the last', () => {
    const ended = progress({ state: 'ended', notAsked: { rows: 7, why: 'stopped' } });
    const never = progress({ state: 'ended', notAsked: { rows: 50, why: 'stopped' } });
    expect(
      leftLine([
        { name: 'Find', progress: ended },
        { name: 'Read', progress: never },
        { name: 'Live', progress: finding },
      ]),
    ).toBe('Stopped. Not asked: 7 rows by “Find”, 50 rows by “Read”.');
    expect(leftLine([{ name: 'Live', progress: finding }])).toBe('');
  });
});

describe('the price of all columns', () => {
  const link = { id: 'read', name: 'Read', uses: ['Find'], rows: 0, questions: 0, copies: 0, later: 1 };
  const money = { price: 0.002, least: 0, total: 0.002, problem: '' };
  const offer = {
    sheetId: 7,
    revision: 'c',
    links: [],
    questions: 2,
    later: 1,
    least: 0,
    total: 0.014,
    balance: 1,
    stakes: [],
  };

  it('says which rows wait', () => {
    expect(waitingLine({ ...link, ...money })).toBe('“Read” asks 1 row once it has what “Find” fills.');
    expect(waitingLine({ ...link, ...money, later: 0 })).toBe('');
  });

  it('lists those that ask something', () => {
    const links = [
      { ...link, ...money },
      { ...link, ...money, name: 'Done', later: 0, total: 0 },
    ];
    const [, ...each] = chainBill({ ...offer, links });
    expect(each).toEqual([{ term: 'Read: 1 question', amount: '$0.002' }]);
  });

  it('is no higher on the button than the cap', () => {
    expect(chainLabel(offer)).toBe('Enrich all columns · up to $0.014');
    expect(chainLabel(offer, 0.01)).toBe('Enrich all columns · up to $0.01');
    expect(chainLabel({ ...offer, questions: 0, later: 0 })).toBe('Fill all columns');
  });
});

describe('a template of several enrichments', () => {
  /** All forms, as they are saved one after the other. */
  function formsOf(first: Form, headings: readonly string[]): Form[] {
    const next = nextAfter(first, headings);
    return next ? [first, ...formsOf(next, headings)] : [first];
  }

  it.each(CHAINS)('$label can be saved as it is, one after the other', (chain) => {
    const headings = ['Company', 'Country'];
    const forms = formsOf(startChain(chain, headings, []), headings);
    expect(forms).toHaveLength(chain.rest.length + 1);
    const columns = [...headings];
    for (const form of forms) {
      const e = enrichmentOf(form, 0);
      expect(() => checkDefinition(e)).not.toThrow();
      expect(() => checkAgainst(e, columns)).not.toThrow();
      columns.push(...form.fields.map(({ name }) => name));
    }
  });

  const [pair, , three] = CHAINS;
  if (!pair || !three) throw new Error('there are no chains');

  it('asks with the column by the name that it got, and not with one of the person’s', () => {
    const first = startChain(pair, ['Company', 'Website'], []);
    expect(first.fields.map(({ name }) => name)).toEqual(['Website 2']);
    const renamed = { ...first, fields: first.fields.map((field) => ({ ...field, name: 'Home page' })) };
    const next = nextAfter(renamed, ['Company', 'Website']);
    expect(next && templateOf(next)).toBe('{{Home page}}');
  });

  it('asks with a column of the person’s that the first one fills', () => {
    const first = startChain(
      pair,
      ['Company', 'Website'],
      [{ heading: 'Website', at: 2, kind: 'link', choices: [] }],
    );
    const next = nextAfter(first, ['Company', 'Website']);
    expect(next && templateOf(next)).toBe('{{Website}}');
  });

  it('has the third ask with what the second finds', () => {
    const forms = formsOf(startChain(three, ['Company'], []), ['Company']);
    expect(forms.map(templateOf).slice(1)).toEqual(['{{Website}}', '{{Contact page}}']);
  });

  it('says what a Save makes, sends nothing of it, and can be left', () => {
    const first = startChain(pair, ['Company'], []);
    expect([saveLabel(first), saveLabel(startChain(three, ['Company'], []))]).toEqual([
      'Save both',
      'Save all 3',
    ]);
    expect(followsLine(first)).toContain('this one, then “Read the website”, which');
    expect(draftOf(first)).not.toHaveProperty('follows');
    expect([saveLabel(alone(first)), followsLine(alone(first))]).toEqual(['Save', '']);
    const [other] = STARTERS;
    expect(other && saveLabel(startFrom(other, first, ['Company']))).toBe('Save');
  });
});
