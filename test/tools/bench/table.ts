/** The table of a case, the web that answers about it, and the truth about each cell; shares no code with the add-on. */
import type { Draft } from '../../../src/sidebar/protocol';
import type { Knowledge, LinkupKnobs } from '../../doubles/linkup';
import { DRAFT } from '../../world/drafts';
import type { World } from '../../world/world';
import type { Case } from './cases';

/** Columns of the table before it is enriched: what people keep beside what they ask about. */
const WIDTH = 10;

/** Of the rows of a scattered table: how many are asked, and how many more ask the same; the others are blank, and left out. */
const SCATTERED = { asked: 379, duplicates: 1_835 };

const FIELDS = ['Color', 'Shape', 'Weight'];

/** Headings and rows. */
export function tableOf({ rows, table }: Case): string[][] {
  const headings = Array.from({ length: WIDTH }, (_, c) => (c === 0 ? 'Thing' : `Note ${c}`));
  const names = table === 'scattered' ? scattered(rows) : Array.from({ length: rows }, (_, i) => thing(i));
  return [headings, ...names.map((name, i) => headings.map((_, c) => (c === 0 ? name : `${i}.${c}`)))];
}

function thing(i: number): string {
  return `thing ${i}`;
}

/** Things in random places: each of the first ones again and again, and blanks between them. */
function scattered(rows: number): string[] {
  const dice = numbers();
  const { asked, duplicates } = SCATTERED;
  return Array.from({ length: rows }, (_, i) => ({ i, at: dice() }))
    .sort((a, b) => a.at - b.at)
    .map(({ i }) => (i < asked ? thing(i) : i < asked + duplicates ? thing(i % asked) : ''));
}

/** The same sequence each time. */
function numbers(): () => number {
  let seed = 7;
  return () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
}

/** The enrichment, as the sidebar would save it. */
export function draftOf({ depth }: Case): Draft {
  const fields = FIELDS.map((name) => ({ name, kind: 'text' }) as const);
  const draft = { ...DRAFT, name: 'Facts', template: 'What is known about {{Thing}}?', fields };
  if (depth === 'research')
    return { ...draft, type: 'research', options: { mode: 'answer', reasoningDepth: 'S' } };
  return { ...draft, options: { depth } };
}

/** Every thing has a value of its own in every field. */
export const web: Knowledge = {
  topicOf: (question) => {
    const name = /thing \d+/.exec(question)?.[0];
    if (name === undefined) return null;
    const facts = FIELDS.map((field) => fact(field, name));
    const source = { name, url: `https://things.example/${name.slice(6)}`, content: name };
    return { name, facts, sources: [source], images: [] };
  },
  pageAt: () => 'MISSING',
};

function fact(field: string, name: string) {
  const value = `${field} of ${name}`;
  return { key: field, value, sentence: value };
}

/** Linkup as it is for a case: published durations, and no surprises, for what is measured is the work. */
export function linkupFor({ queue }: Case): Partial<LinkupKnobs> {
  const latency = {
    search: {
      flash: [120, 200],
      fast: [600, 1_400],
      standard: [1_000, 3_000],
      // As the documentation has it; the plugin's two minutes are a case of the simulation.
      deep: [5_000, 30_000],
    },
    fetch: { plain: [400, 1_500], renderJs: [2_000, 5_000] },
    research: { S: FIVE_MINUTES, M: FIVE_MINUTES, L: FIVE_MINUTES, XL: FIVE_MINUTES },
  } as const;
  return { queueLimit: queue, latency };
}

const FIVE_MINUTES = [280_000, 320_000] as const;

/** Mean time in seconds that a task keeps its place, waiting for its turn included. */
export function meanSeconds({ depth }: Case): number {
  const QUEUED = 0.275;
  return QUEUED + { standard: 2, deep: 17.5, research: 300 }[depth];
}

/** Cells that do not hold what they should when all is done. */
export function wrongCells(world: World): number {
  const [headings = [], ...rows] = world.sheet.displayRows();
  const at = FIELDS.map((field) => headings.indexOf(field));
  let wrong = 0;
  for (const row of rows) {
    const name = row[0] ?? '';
    for (const [i, field] of FIELDS.entries()) {
      const expected = name === '' ? '' : `${field} of ${name}`;
      if ((row[at[i] ?? -1] ?? '') !== expected) wrong += 1;
    }
  }
  return wrong;
}

/** Questions that a case asks: one for each thing, however many rows it is in. */
export function questionsOf({ rows, table }: Pick<Case, 'rows' | 'table'>): number {
  return table === 'scattered' ? SCATTERED.asked : rows;
}
