/** Columns that wait to be filled: blank in most rows, with what may be told of the field that would fill each. Pure. */
import { distinct } from './choices';
import type { FieldKind } from './definition';

/** What a rule of data validation says of a cell: a checkbox, a day, a number, or one of some choices. */
export type CellRule =
  | { readonly kind: 'checkbox' | 'date' | 'number' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

/** A column of the person's own, as far as it was looked at. */
export interface LookedAt {
  readonly heading: string;
  /** From 1. */
  readonly at: number;
  /** What its cells display below row 1, in the rows that hold anything. */
  readonly texts: readonly string[];
}

/** How the cells of a column are meant to be. */
export interface Dress {
  readonly format: string;
  readonly rule?: CellRule;
}

/** A column that could be filled. No interface, for it crosses to the page as JSON. */
export type EmptyColumn = {
  readonly heading: string;
  /** From 1: of several that are called alike, this one. */
  readonly at: number;
  readonly kind: FieldKind;
  /** What its dropdown offers; none where it has none. */
  readonly choices: readonly string[];
};

/** Columns with a heading that are blank in more than half of the rows. */
export function mostlyBlank(columns: readonly LookedAt[]): LookedAt[] {
  return columns.filter(({ heading, texts }) => {
    const blank = texts.filter((text) => text.trim() === '').length;
    return heading.trim() !== '' && blank * 2 > texts.length;
  });
}

/** Such a column as a field: what a rule allows counts before how its cells are formatted, and that before what it is called. */
export function asField({ heading, at }: LookedAt, { format, rule }: Dress): EmptyColumn {
  const choices = rule?.kind === 'choice' ? distinct(rule.choices) : [];
  const kind = (rule && kindOfRule(rule)) ?? kindOfFormat(format) ?? kindOfHeading(heading);
  return { heading, at, kind, choices: kind === 'choice' ? choices : [] };
}

/** Of a single choice nothing is to be chosen: what the column is meant for is then told by nothing but its words. */
function kindOfRule(rule: CellRule): FieldKind {
  if (rule.kind === 'choice') return distinct(rule.choices).length > 1 ? 'choice' : 'text';
  return rule.kind === 'checkbox' ? 'yes/no' : rule.kind;
}

/** What Google gives for cells that nobody has formatted. */
const AUTOMATIC = ['', 'General', '0.###############'];

/** Quoted and escaped characters, and what is in brackets (colours, currencies, elapsed time), say nothing of the kind. */
const NO_PATTERN = /"[^"]*"|\\.|\[[^\]]*\]/g;

function kindOfFormat(format: string): FieldKind | undefined {
  if (AUTOMATIC.includes(format)) return undefined;
  if (format === '@') return 'text';
  const pattern = format.replace(NO_PATTERN, '');
  if (/[yd]/i.test(pattern)) return 'date';
  return /[0#?]/.test(pattern) ? 'number' : undefined;
}

const YES_NO = /^(is|are|has|have|does|do|can|whether)\b/i;
/** “Seen?” wants a yes or no; “Website?” and “Who leads it?” want to be told. */
const DOUBTED = /\?\s*$/;
const TOLD =
  /^(what|which|who|whose|where|when|why|how)\b|\b(website|url|link|homepage|e-?mail|phone|address|name|ceo|founder|owner|country|city|industry|sector|currency|language|headquarters|hq)s?\s*\?/i;
const DAY = /\b(date|day|birthday|deadline)\b/i;

/** Not “phone number”, which would lose its plus and its zeros. */
const NUMBER =
  /\b(area|population|number of|count|revenue|turnover|employees|headcount|height|length|weight|size|price|cost|salary|gdp|year|founded|age|amount|valuation|rating|score|distance)\b|[#%€$£]/i;

/** The same in German, French and Arabic, where words are put together (“Gründungsjahr”), and \b knows no letters but a to z. */
const DAY_ELSEWHERE = /(?:datum|geburtstag|stichtag|échéance|تاريخ)(?!\p{L})/iu;
const NUMBER_ELSEWHERE =
  /(?:jahr|(?<!postleit)zahl|einwohner|bevölkerung|umsatz|preis|kosten|mitarbeiter(?:innen)?|beschäftigte|fläche|höhe|länge|gewicht)(?!\p{L})|(?<!\p{L})(?:année|nombre|effectifs?|superficie|prix|chiffre d[’']affaires|hauteur|longueur|poids|سنة|عام|عدد|سكان|مساحة|سعر)(?!\p{L})/iu;

/** The kind of what is called so: of a column, or in a list of things to find. */
export function kindOfHeading(heading: string): FieldKind {
  if (YES_NO.test(heading)) return 'yes/no';
  if (DAY.test(heading) || DAY_ELSEWHERE.test(heading)) return 'date';
  if (NUMBER.test(heading) || NUMBER_ELSEWHERE.test(heading)) return 'number';
  return DOUBTED.test(heading) && !TOLD.test(heading) ? 'yes/no' : 'text';
}
