/** Rows that got nothing: not found, every cell of what was asked for blank, or a page with next to no text. For these a further step is there. */
import { answerSlots } from '../../enrichment/answer-slots';
import type { Enrichment } from '../../enrichment/definition';
import { stepsOf } from '../../enrichment/steps';
import { isEmptyAnswer, type State } from '../../sheet/ledger';
import { type Row, type TableView, textIn } from '../../sheet/table';
import { isOurs } from '../../sheet/written';
import { fingerprintOf } from './standing';

/** A page with less text than this, in characters without white space, says nothing: what is left of one that a script would have filled. Ours. */
const NEXT_TO_NO_TEXT = 200;

/** Whether a row's last answer, to what it asks now, is nothing. */
export function gotNothing(view: TableView, row: Row): boolean {
  const { state } = row.ledger;
  if (state === undefined || state.fingerprint !== fingerprintOf(row)) return false;
  if (state.state === 'not found') return true;
  return state.state === 'done' && (holdsNothing(view.enrichment, state) || isBarePage(view, row));
}

/** Whether an answer had nothing in it of what was asked for: pages may have been found, and nothing on them. */
export function holdsNothing(e: Enrichment, state: State): boolean {
  if (state.state !== 'done' || isEmptyAnswer(state)) return state.state === 'done';
  const asked = answerSlots(e);
  const written = [...state.cells].filter(([slot]) => asked.has(slot));
  return written.length > 0 && written.every(([, hash]) => hash === '');
}

/** Whether a row got nothing, and there is a further step for it. */
export function isToGoDeeper(view: TableView, row: Row): boolean {
  const { state } = row.ledger;
  return state !== undefined && state.step < stepsOf(view.enrichment) && gotNothing(view, row);
}

/** Rows for which there is a further step, and which that is, from 1. */
interface Deeper {
  readonly step: number;
  readonly rows: ReadonlySet<number>;
}

/** Of rows that got nothing at different steps, those that have got the least far: they catch up with the others. */
export function deeperAmong(view: TableView, rows: readonly Row[]): Deeper {
  const steps = stepsOf(view.enrichment);
  if (steps === 1) return { step: 1, rows: new Set() };
  const stepIn = ({ ledger: { state } }: Row): number => state?.step ?? steps;
  const open = rows.filter((row) => isToGoDeeper(view, row));
  const first = open.reduce((least, row) => Math.min(least, stepIn(row)), steps);
  const left = open.filter((row) => stepIn(row) === first).map(({ at }) => at);
  return { step: open.length === 0 ? 1 : first + 1, rows: new Set(left) };
}

/** Whether nothing but a bare page stands in a row, as the machine left it. */
function isBarePage({ enrichment, layout }: TableView, { values, cells, ledger }: Row): boolean {
  if (!asksForPages(enrichment)) return false;
  const page = layout.outputs.find(({ column }) => column.part === 'page');
  const written = ledger.state?.cells;
  if (!page || !written || !isOurs(written, cells, page.column.slot)) return false;
  return isBare(textIn(values, page.at));
}

function asksForPages({ type, shape }: Enrichment): boolean {
  return type === 'fetch' && shape === 'page';
}

/** Whether a page has next to no text. */
export function isBare(text: string): boolean {
  return text.replace(/\s+/gu, '').length < NEXT_TO_NO_TEXT;
}
