/** What an enrichment is to the simulation: its name, what a row asks of it, and what it should show then. */
import type { Draft } from '../../../src/sidebar/protocol';
import type { JsonObject } from '../../doubles/linkup';

/** Names of the enrichments. The last three use a column that another one fills. */
export type Kind = 'facts' | 'filled' | 'saying' | 'aside' | 'page' | 'report' | 'follow' | 'read' | 'last';

/** The person's own columns, in their order when the table is laid down. */
export const INPUTS = ['Thing', 'Year', 'Note'] as const;

/** Columns of answers that other enrichments ask with. */
export const USED = ['qday', 'qnumber', 'Read'] as const;

type Input = (typeof INPUTS)[number] | Used;

/** One of them. */
export type Used = (typeof USED)[number];

/** What the cells of a row show that questions are made of, by column; '' where a column is not there. */
export type Inputs = Readonly<Record<Input, string>>;

/** How an output is typed in its cell. */
export type Reading = 'text' | 'number' | 'yes/no' | 'date';

/** One enrichment. */
export interface Enrichment {
  readonly kind: Kind;
  readonly draft: Draft;
  /** What every question of it begins with; another enrichment may ask the same with other options. */
  readonly marker: string;
  /** What shapes its answers, as it is sent to Linkup. */
  readonly shape: JsonObject;
  /** The same at its second step; missing where it has one. */
  readonly deeper?: JsonObject;
  /** Requests for the same subject that another shape answers. */
  readonly otherwise: readonly JsonObject[];
  /** What a row asks, or undefined where it cannot ask anything. */
  asks(row: Inputs): string | undefined;
  /** Its output columns by heading, with the member of the task's output that each shows. */
  readonly outputs: readonly {
    readonly heading: string;
    readonly member: string;
    readonly reading: Reading;
  }[];
  /** Whether its outputs are columns of the person's own, half filled by hand: each cell then counts for itself. */
  readonly fillsTheirs?: boolean;
  /** The column of another enrichment's answers that it asks with; missing where it asks with what the person typed alone. */
  readonly uses?: Used;
}

/** What all drafts have in common. */
export const BASE = { id: '', fields: [], schema: '', sources: false } as const;

type Settings = Pick<Draft, 'type' | 'template' | 'shape' | 'options'>;

interface Making extends Pick<Enrichment, 'shape' | 'otherwise' | 'uses'> {
  settings(marker: string): Settings;
}

/** An enrichment with one column of text. */
export function single(
  kind: Kind,
  name: string,
  member: string,
  marker: string,
  { settings, ...making }: Making,
): Enrichment {
  const draft = { ...BASE, name, ...settings(marker) };
  return {
    kind,
    marker,
    draft,
    ...making,
    asks: (row) => filled(draft, row),
    outputs: [{ heading: name, member, reading: 'text' }],
  };
}

const PLACEHOLDER = /\{\{(.*?)\}\}/g;

/** The template with what the row shows; undefined where some of that is blank, or where an address would have a gap in it. */
function filled({ template, type }: Draft, row: Inputs): string | undefined {
  const texts = [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => String(Reflect.get(row, name)));
  if (texts.includes('')) return undefined;
  const text = template.replaceAll(PLACEHOLDER, () => texts.shift() ?? '');
  return type === 'fetch' && /\s/.test(text) ? undefined : text;
}
