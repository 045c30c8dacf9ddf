/** What enriching all columns of a sheet would do and cost: its enrichments behind what they use, at one price for all of them. */
import { before, inOrder, type Uses } from '../../enrichment/chain';
import type { Enrichment } from '../../enrichment/definition';
import { canonicalJson, hashOf } from '../../enrichment/fingerprint';
import type { Money } from '../../enrichment/money';
import { isSameName } from '../../enrichment/names';
import { Problem } from '../../enrichment/problem';
import { mostOf } from '../../linkup/prices';
import { outputHeadings, usesOn } from '../../sheet/members';
import { readTable, type WholeReading } from '../../sheet/reading';
import type { Sheet } from '../../sheet/spreadsheet';
import { type Row, viewOf } from '../../sheet/table';
import { enrichmentsOn, revisionOf } from '../record/enrichments';
import { checkLayout } from '../record/layout';
import { isLiveAmong, runsIn } from '../record/run';
import { unmetIn } from '../rows/only-if';
import type { Whole } from '../rows/read-whole';
import { hasPlace } from '../rows/standing';
import type { Services } from '../services';
import { circleInWords } from './check-circle';
import { type Offer, offerIn, rowsWithContent } from './offer';

/** One of the enrichments. */
export interface Link {
  readonly e: Enrichment;
  /** Those among them whose answers it uses. */
  readonly uses: readonly Enrichment[];
  /** What it asks at once; undefined where it cannot be asked. */
  readonly offer: Offer | undefined;
  /** Rows that wait for answers of the others, and may be asked then. */
  readonly later: number;
  /** The most that it may cost. */
  readonly total: Money;
  readonly problem: Problem | undefined;
}

/** All of them, in the order in which they are asked. */
export interface Chain {
  readonly links: readonly Link[];
  /** Of all definitions, of what they use, and of what keeps some from being asked. */
  readonly revision: string;
  readonly least: Money;
  readonly total: Money;
}

/** Prices all enrichments of a sheet. Throws `sheet-gone`, `no-enrichment`, and `already-running` where one of them is. */
export function chainOn(services: Services, sheetId: number): Chain {
  const { documents, workbook } = services;
  const all = enrichmentsOn(documents, sheetId);
  const sheet = workbook.sheetById(sheetId);
  if (!sheet) throw new Problem('sheet-gone', all[0]?.name);
  const properties = documents.all();
  checkLayout(documents, undefined, properties);
  const live = runsIn(properties);
  const running = all.find(({ id }) => live.some(({ enrichment }) => enrichment === id));
  if (running) throw new Problem('already-running', running.name);
  const reading = readTable(sheet);
  const links = linksOf(all, sheet, reading, isLiveAmong(live));
  const sum = (of: (link: Link) => Money): Money => links.reduce((all, link) => all + of(link), 0);
  const revision = hashOf(canonicalJson(links.map(termsOf))).slice(0, 12);
  return { links, revision, least: sum(({ offer }) => offer?.least ?? 0), total: sum(({ total }) => total) };
}

/** What of an enrichment must be as it was on view. */
function termsOf({ e, uses, problem }: Link): unknown[] {
  return [e.id, revisionOf(e), uses.map(({ id }) => id), problem?.code ?? ''];
}

function linksOf(
  all: readonly Enrichment[],
  sheet: Sheet,
  reading: WholeReading,
  isLive: (run: string) => boolean,
): Link[] {
  const uses = usesOn(all, { headings: reading.headings, placed: reading.places });
  /** By enrichment, the rows of which something new may come. */
  const moved = new Map<string, ReadonlySet<number>>();
  return inOrder(all, uses).map((e): Link => {
    const used = all.filter(({ id }) => uses.get(e.id)?.includes(id));
    const nothing = { e, uses: used, offer: undefined, later: 0, total: 0 };
    try {
      const circle = circleInWords(e, all, uses);
      if (circle) throw new Problem('in-a-circle', circle);
      const view = viewOf(e, reading);
      const whole = { reading, view, rows: view.rows(reading) };
      const waiting = new Set(used.flatMap(({ id }) => [...(moved.get(id) ?? [])]));
      const offer = offerIn(e, sheet, whole, { mode: 'fill', isLive, ...(waiting.size > 0 && { waiting }) });
      const later = rowsLater(whole, sheet, waiting, fedBy(all, e, uses, reading));
      moved.set(e.id, new Set([...rowsNow(offer), ...later]));
      return {
        ...nothing,
        offer,
        later: later.length,
        total: offer.total + later.length * mostOf(e),
        problem: undefined,
      };
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      return { ...nothing, problem: thrown };
    }
  });
}

/** The rows that a start asks or fills. */
function rowsNow({ selection }: Offer): number[] {
  const { questions, copies, along, copiedAlong } = selection;
  return [...questions.flatMap(({ rows }) => rows), ...copies, ...along, ...copiedAlong];
}

/** The headings of all columns that stand before an enrichment, however far. */
function fedBy(
  all: readonly Enrichment[],
  e: Enrichment,
  uses: Uses,
  { headings, places: placed }: WholeReading,
): string[] {
  const ids = before(e.id, uses);
  return all
    .filter(({ id }) => ids.includes(id))
    .flatMap((other) => outputHeadings(other, { headings, placed }));
}

/** Of the rows that wait, those that may be asked: nothing is in the way but what they wait for. At the worst each asks a question of its own. */
function rowsLater(
  { view, rows }: Whole,
  sheet: Sheet,
  waiting: ReadonlySet<number>,
  fed: readonly string[],
): number[] {
  const some = rowsWithContent(
    view,
    rows.filter(({ at }) => waiting.has(at)),
  );
  const isFed = (heading: string): boolean => fed.some((other) => isSameName(other, heading));
  const { onlyIf } = view.enrichment;
  const unmet = onlyIf && !isFed(onlyIf.column) ? unmetIn(view, some, sheet, 'fill') : undefined;
  const isOpen = (row: Row): boolean =>
    hasPlace(row) && !unmet?.has(row.at) && (!('blocker' in row.question) || isFed(row.question.column));
  return some.filter(isOpen).map(({ at }) => at);
}
