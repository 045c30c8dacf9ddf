/** Steps: what got nothing is asked deeper, and only that; the cap counts the dearest case, and the receipt says what each step did. */
import { describe, expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google';
import { type Work, withTopics, worldKnowledge } from '../../doubles/linkup';
import { countryTable } from '../../world/countries';
import { receipts } from '../../world/reading';
import { ask, codeOf, enrich, follow, revisionOf, toFill, withFacts } from '../../world/sidebar';
import { oneIn } from '../../world/thorough';
import type { World } from '../../world/world';

const ROWS = 8;

/** Calls before which an execution dies. */
const MOMENTS = Array.from({ length: 12 }, (_, i) => 3 + 7 * i);

/** Of every second country only a deep search or research knows anything, of every fourth only research. */
const SHY = countryTable(ROWS)
  .slice(1)
  .flatMap(([name], i) => (i % 2 === 0 ? [name ?? ''] : []));

function failWhen(work: Work) {
  if (work.type === 'fetch') return null;
  const at = SHY.findIndex((name) => work.input.q.includes(`${name},`) || work.input.q.includes(`${name}?`));
  const isDeepEnough = work.type === 'research' || (work.input.depth === 'deep' && at % 2 === 0);
  return at < 0 || isDeepEnough ? null : ('SEARCH_QUERY_NO_RESULT' as const);
}

const DEEP = { type: 'search', depth: 'deep' } as const;
const REPORT = { type: 'research', mode: 'auto', reasoningDepth: 'S' } as const;

const by = (world: World, type: string): number =>
  world.linkup.tasks.filter((task) => task.type === type).length;
const depthOf = (world: World, depth: string): number =>
  world.linkup.tasks.filter(({ sent }) => JSON.stringify(sent).includes(`"depth":"${depth}"`)).length;
const billed = (world: World): number => world.linkup.bill.entries.reduce((sum, { price }) => sum + price, 0);

describe('an enrichment with steps', () => {
  it('asks deeper what got nothing, and only that', async () => {
    const { world, id } = await withFacts(ROWS, { linkup: { failWhen } }, { steps: [DEEP, REPORT] });
    const offer = ask(world, 'offer', toFill(world, id));
    expect([offer.least, offer.total]).toEqual([0.048, 2.488]);
    expect(enrich(world, id)).toMatchObject({
      spending: { shared: false, asked: 0.048, cap: 2.488 },
      steps: 'Step 1 of 3: standard search. What gets nothing is then asked by deep search.',
    });
    const told = follow(world, id).map(({ steps }) => steps);
    expect(told).toContain(
      'Step 2 of 3: deep search, for rows that got nothing so far. What gets nothing is then asked by research S.',
    );
    expect(told.at(-1)).toMatch(
      /^standard search: 8 .* · deep search: 4 .* · research S: 2 questions asked, 2 found/,
    );
    expect([depthOf(world, 'standard'), depthOf(world, 'deep'), by(world, 'research')]).toEqual([8, 4, 2]);
    expect(world.column('capital').filter(Boolean)).toHaveLength(ROWS);
    expect(world.column('Facts status').every((text) => text.startsWith('Done'))).toBe(true);
    const [receipt] = receipts(world);
    expect(receipt?.Note).toContain('standard search: 8 questions asked, 4 found');
    expect(receipt?.Note).toContain('deep search: 4 questions asked, 2 found');
    expect(receipt?.Note).toContain('research S: 2 questions asked, 2 found');
    expect(receipt?.['Questions asked']).toBe('14');
  });

  it('never asks beyond what was agreed, and one cap counts for all of its steps', async () => {
    const { world, id } = await withFacts(ROWS, { linkup: { failWhen } }, { steps: [DEEP, REPORT] });
    const choice = toFill(world, id);
    const { total } = ask(world, 'offer', choice);
    expect(codeOf(world, 'enrich', { ...choice, total, cap: 0.3 })).toBe('cap-too-small');
    enrich(world, id, { cap: 0.4 });
    follow(world, id);
    expect(billed(world)).toBeLessThanOrEqual(0.4);
    expect([depthOf(world, 'standard'), depthOf(world, 'deep'), by(world, 'research')]).toEqual([8, 4, 0]);
  });

  it('takes a step that is added later for what got nothing, in one choice, and leaves answered rows answered', async () => {
    const { world, id } = await withFacts(ROWS, { linkup: { failWhen } });
    enrich(world, id);
    follow(world, id);
    expect(depthOf(world, 'standard')).toBe(8);
    addSteps(world, id, [DEEP]);
    const fill = ask(world, 'offer', toFill(world, id));
    expect([fill.questions, fill.others.deeper]).toEqual([0, 4]);
    enrich(world, id, { scope: 'deeper' });
    follow(world, id);
    expect([depthOf(world, 'standard'), depthOf(world, 'deep')]).toEqual([8, 4]);
    expect(world.column('capital').filter(Boolean)).toHaveLength(6);
    expect(
      receipts(world)
        .map(({ Note }) => Note)
        .join(),
    ).not.toContain('standard');
    addSteps(world, id, [DEEP, REPORT]);
    expect(ask(world, 'offer', toFill(world, id, { scope: 'deeper' }))).toMatchObject({
      questions: 2,
      total: 0.5,
    });
  });

  it('asks no question twice at a step, at whatever call it dies', async () => {
    let died = 0;
    for (const moment of oneIn(4, MOMENTS)) {
      const { world, id } = await withFacts(ROWS, { linkup: { failWhen } }, { steps: [DEEP, REPORT] });
      enrich(world, id);
      let calls = 0;
      world.host.onServiceCall = () => {
        if (depthOf(world, 'standard') === 8 && ++calls === moment) {
          died += 1;
          throw new ExecutionKilled();
        }
      };
      world.untilDone();
      world.host.onServiceCall = undefined;
      expect(
        [depthOf(world, 'standard'), depthOf(world, 'deep'), by(world, 'research')],
        `${moment}`,
      ).toEqual([8, 4, 2]);
    }
    expect(died).toBeGreaterThan(1);
  });

  it('cannot be made to take a dearer step by whoever edits the document', async () => {
    const { world, id } = await withFacts(
      ROWS,
      { linkup: { failWhen, queueLimit: 2 } },
      { steps: [DEEP, REPORT] },
    );
    enrich(world, id, { cap: 0.4 });
    const { document } = world.host.properties;
    for (const [key, json] of document.entries())
      if (key.startsWith('linkup.run.')) document.set(key, JSON.stringify({ ...JSON.parse(json), step: 3 }));
    world.untilDone();
    expect(billed(world)).toBeLessThanOrEqual(0.4);
    expect(depthOf(world, 'standard')).toBe(8);
  });

  it('asks deeper where pages were found, and nothing of what was asked for on any of them', async () => {
    const knowledge = withTopics(worldKnowledge(), [
      {
        name: 'Nobody Ltd',
        facts: [],
        sources: [{ name: 'Home', url: 'https://nobody.example/', content: '' }],
        images: [],
      },
    ]);
    const draft = { sources: true, fieldSources: true, steps: [DEEP] };
    const { world, id } = await withFacts([['Country'], ['Norway'], ['Nobody Ltd']], { knowledge }, draft);
    enrich(world, id);
    follow(world, id);
    expect(world.column('Facts sources')[1]).toContain('Home');
    expect([depthOf(world, 'standard'), depthOf(world, 'deep')]).toEqual([2, 1]);
    const [receipt] = receipts(world);
    expect(receipt?.Note).toContain('standard search: 2 questions asked, 1 found');
    expect(receipt?.Note).toContain('deep search: 1 question asked, 0 found');
  });

  it('renders a page that came with next to no text', async () => {
    const bare = worldKnowledge();
    const knowledge = {
      ...bare,
      pageAt: (url: string) => {
        const page = bare.pageAt(url);
        return typeof page === 'object' && url.endsWith('/che') ? { ...page, markdown: 'Loading…' } : page;
      },
    };
    const table = [['Site'], ['https://countries.example/che'], ['https://countries.example/nor']];
    const draft = {
      type: 'fetch',
      template: '{{Site}}',
      shape: 'page',
      fields: [],
      options: { mode: 'standard' },
    } as const;
    const steps = [{ type: 'fetch', mode: 'standard', renderJs: true }] as const;
    const { world, id } = await withFacts(table, { knowledge }, { ...draft, steps });
    enrich(world, id);
    follow(world, id);
    const rendered = world.linkup.tasks.filter(({ sent }) =>
      JSON.stringify(sent).includes('"renderJs":true'),
    );
    expect(rendered.map(({ question }) => question)).toEqual(['https://countries.example/che']);
    expect(world.linkup.tasks).toHaveLength(3);
    // What came was an answer: each step of it is billed, as the top price says.
    expect(billed(world)).toBeCloseTo(2 * 0.001 + 0.005);
  });

  it('is refused at Save where a step goes no deeper', async () => {
    const { world } = await withFacts(ROWS);
    const save = (steps: readonly object[]) => {
      const draft = { ...ask(world, 'start', null).enrichments[0], id: '', name: 'Other', steps };
      return codeOf(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: false } as never);
    };
    expect(save([{ type: 'search', depth: 'fast' }])).toBe('bad-option');
    expect(save([{ type: 'fetch', mode: 'pro', renderJs: false }])).toBe('bad-option');
    expect(save([REPORT, DEEP])).toBe('bad-option');
  });
});

function addSteps(world: World, id: string, steps: readonly (typeof DEEP | typeof REPORT)[]): void {
  const e = ask(world, 'start', null).enrichments.find((each) => each.id === id);
  if (!e) throw new Error('no such enrichment');
  const draft = { ...e, steps };
  ask(world, 'save', { sheetId: world.sheet.id, draft, revision: revisionOf(world, id), force: false });
}
