/** The output columns of an enrichment: which there are, what they are called when created, and how their cells are typed. */
import { choicesOfField } from './choices';
import { USUAL_CURRENCY } from './currencies';
import type { Enrichment, Field, FieldKind, Filled } from './definition';
import { besideTheirFields, withSources } from './field-sources';
import { fieldsOf, namedFields, type ObjectSchema, parseSchema, type SchemaField, schemaOf } from './fields';
import { slotAt, slotted } from './slots';

/** Where in an answer a column's value comes from. */
export type OutputPart =
  | 'answer'
  | 'sources'
  | 'images'
  | 'top-name'
  | 'top-url'
  | 'top-text'
  | 'results'
  | 'page'
  | 'raw'
  | 'raw-html'
  | 'content-type'
  | `field:${string}`;

/** Whether a part is a list of pages: their titles as links, and what they say in the note of the cell. No enrichment has two of them. */
export function holdsPages(part: OutputPart): boolean {
  return part === 'sources' || part === 'results';
}

/** What an output column holds. */
export interface ColumnKind {
  readonly kind: FieldKind;
  /** For kind `choice`: what it may hold. */
  readonly choices?: readonly string[];
  /** For kind `money`: its three letters. */
  readonly currency?: string;
}

/** One output column. */
export interface OutputColumn extends ColumnKind {
  /** Names it in its metadata and in the ledger: given once, so it changes neither with its heading nor with the field's name. */
  readonly slot: string;
  readonly part: OutputPart;
  readonly heading: string;
  /** The person's own column that it fills; missing where it has one of the enrichment's. */
  readonly fills?: Filled;
}

/** What an output's column is called, where it was made or chosen. */
export function headingOf({ heading, fills }: OutputColumn): string {
  return fills?.heading ?? heading;
}

/** The structured fields that an enrichment asks for: written as a list or as a JSON Schema. None for other shapes. */
export function structuredFields(e: Enrichment): SchemaField[] {
  if (e.shape !== 'fields') return [];
  return e.schema === undefined ? listedFields(e) : fieldsOf(parseSchema(e.schema));
}

/** Those of a list; with their sources behind them, where these are wanted. A page is the source of all that it says. */
function listedFields(e: Enrichment): SchemaField[] {
  const fields = namedFields(e.fields);
  return e.fieldSources && e.type !== 'fetch' ? withSources(fields) : fields;
}

/** The JSON Schema that an enrichment sends, for shape `fields`. */
export function structuredSchema(e: Enrichment): ObjectSchema {
  return e.schema === undefined ? schemaOf(listedFields(e)) : parseSchema(e.schema);
}

/** Whether the API gives sources for what this enrichment asks: structured research and pages come without. */
export function givesSources(e: Enrichment): boolean {
  if (e.type === 'search') return e.shape !== 'results';
  return e.type === 'research' && e.shape === 'answer';
}

/** The columns an enrichment fills, in the order in which they are created. */
export function outputColumns(e: Enrichment): readonly OutputColumn[] {
  const columns = COLUMNS.get(e) ?? columnsOf(e);
  COLUMNS.set(e, columns);
  return columns;
}

/** Every answer asks for them. */
const COLUMNS = new WeakMap<Enrichment, readonly OutputColumn[]>();

/** The heading of the column that says how a row stands. */
export function statusHeading(e: Enrichment): string {
  return `${e.name} status`;
}

/** The headings of the columns that are made for people to see, as they are called when created. */
export function visibleHeadings(e: Enrichment): string[] {
  const made = outputColumns(e).filter(({ fills }) => !fills);
  return [...made.map(({ heading }) => heading), statusHeading(e)];
}

/** The headings of the person's own columns that are filled. */
export function filledHeadings(e: Enrichment): string[] {
  return outputColumns(e).flatMap(({ fills }) => fills?.heading ?? []);
}

function columnsOf(e: Enrichment): OutputColumn[] {
  const outputs = outputsOf(e);
  const slots = slotted(
    outputs.map(({ part }) => part),
    e.slots,
  );
  return outputs.map((output) => ({ ...output, slot: slotAt(slots.indexOf(output.part)) }));
}

/** The slots, in their order, that the first edition's witnesses speak of: all of them where only it has saved the enrichment. */
export function oldSlots(e: Enrichment): string[] {
  const count = e.slots ? Math.min(e.old ?? 0, e.slots.length) : outputsOf(e).length;
  return Array.from({ length: count }, (_, i) => slotAt(i));
}

type Output = Omit<OutputColumn, 'slot'>;

function outputsOf(e: Enrichment): Output[] {
  const columns = answerColumns(e);
  if (e.sources && givesSources(e)) columns.push(textColumn('sources', `${e.name} sources`));
  if (givesImages(e)) columns.push(textColumn('images', `${e.name} images`));
  return columns;
}

/** Whether images can come back. A search's come among its results or sources, which structured answers have only on request. */
export function givesImages(e: Enrichment): boolean {
  if (e.type === 'search') return e.options.includeImages === true && (e.shape !== 'fields' || e.sources);
  return e.type === 'fetch' && e.options.extractImages === true;
}

function answerColumns(e: Enrichment): Output[] {
  if (e.shape === 'fields') {
    return besideTheirFields(structuredFields(e)).map(({ key, name, fills, ...field }) => ({
      part: `field:${key}`,
      heading: name,
      ...kindOfColumn(field),
      ...filling(fills),
    }));
  }
  if (e.shape === 'results') return resultColumns(e.name);
  return e.type === 'fetch' ? pageColumns(e) : [{ ...textColumn('answer', e.name), ...filling(e.fills) }];
}

function kindOfColumn(field: Omit<Field, 'name'>): ColumnKind {
  const { kind, currency } = field;
  if (kind === 'choice') return { kind, choices: choicesOfField(field) };
  return kind === 'money' ? { kind, currency: currency ?? USUAL_CURRENCY } : { kind };
}

function filling(fills: Filled | undefined): Pick<Output, 'fills'> {
  return fills ? { fills } : {};
}

function resultColumns(name: string): Output[] {
  return [
    textColumn('top-name', `${name} top result`),
    textColumn('top-url', `${name} link`),
    textColumn('top-text', `${name} excerpt`),
    textColumn('results', `${name} all results`),
  ];
}

function pageColumns(e: Enrichment & { type: 'fetch' }): Output[] {
  const columns = [{ ...textColumn('page', e.name), ...filling(e.fills) }];
  if (e.options.includeRawContent) {
    columns.push(textColumn('raw', `${e.name} raw`), textColumn('content-type', `${e.name} content type`));
  }
  if (e.options.includeRawHtml) columns.push(textColumn('raw-html', `${e.name} HTML`));
  return columns;
}

function textColumn(part: OutputPart, heading: string): Output {
  return { part, heading, kind: 'text' };
}
