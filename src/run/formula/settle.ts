/** Questions of formulas that were sent and whose task nobody knows: Linkup's list tells, as it does for runs. */
import { questionFor, type Wanted } from '../../enrichment/linkup-formula';
import { once } from '../../enrichment/once';
import { type Doubt, isRipe, judge, stretchOfAll, type Verdict } from '../cycle/judge-posts';
import { readThrough, unhurried } from '../cycle/read-back';
import { echoesOf } from '../record/echoes';
import type { FormulaEntry } from '../record/formula-entries';
import { ownAccount } from '../record/key';
import type { Post } from '../record/posts';
import { namedIds } from '../rows/named-tasks';
import { inPassing } from '../turn';
import { mayLook } from './collect';
import type { Recalculation } from './recalculation';

/** How long reading the list through may take, in ms: so long no other formula reads it. */
const LOOK = 8_000;

/** What two requests for the list may take, with the pause between them, in ms. */
const TWO_REQUESTS = 2_000;

/** How long it waits for the document, in ms. */
const PATIENCE = 4_000;

/** Google ends a formula after so long (quotas page, November 2026), in ms. */
const LIFE = 30_000;

/** Looks for the tasks of questions in doubt, where it is time to; what can be told is kept. */
export function settle(r: Recalculation): void {
  const doubts = r.wanted.flatMap((each) => doubtsOf(each, r.entryOf(each), r.now));
  if (doubts.length === 0 || !r.hasTime(LOOK) || !mayLook(r, LOOK)) return;
  const verdicts = judge(doubts, evidenceFor(r, doubts));
  inPassing(r.services, PATIENCE, () => {
    r.readIn(r.services.documents.all());
    r.keep(new Map(doubts.flatMap((doubt, i) => judged(r, doubt, verdicts[i]))));
  });
}

/** A question in doubt, by the name that it is kept under. */
interface Named extends Doubt {
  readonly name: string;
}

function doubtsOf(each: Wanted, entry: FormulaEntry | undefined, now: number): Named[] {
  if (!entry || !isRipeFor(entry, now)) return [];
  return [{ name: each.name, post: postOf(entry), sought: { question: questionFor(each) } }];
}

function isRipeFor(entry: FormulaEntry, now: number): boolean {
  if (entry.end || entry.task !== undefined || entry.failure === 'absent') return false;
  return entry.failure === 'refused' || isRipe(postOf(entry), now);
}

/** An entry as the POST that it was sent with. Whoever sent it and did not live to see its end is dead by now. */
function postOf({ at, failure, failedAt }: FormulaEntry): Post {
  const failed = failure === 'refused' ? failure : 'unclear';
  return { id: 'formula', at, failedAt: failedAt ?? at + LIFE, failure: failed, parts: [] };
}

function evidenceFor(r: Recalculation, doubts: readonly Doubt[]) {
  const { documents, workbook, user } = r.services;
  const stretch = stretchOfAll(doubts.map(({ post }) => post));
  const listing = readThrough(unhurried(r.client, r.services.clock), stretch, () => r.hasTime(TWO_REQUESTS));
  const named = once(() => namedIds({ documents, workbook }, []));
  const isNamed = (id: string): boolean => named().has(id);
  return { listing, isNamed, echoes: echoesOf(user, ownAccount(user)), now: r.now };
}

/** What the list tells of a question, unless somebody else has settled it meanwhile. */
function judged(
  r: Recalculation,
  doubt: Named,
  verdict: Verdict | undefined,
): (readonly [string, FormulaEntry])[] {
  const entry = r.entryOf(doubt);
  if (!entry || entry.at !== doubt.post.at || entry.task !== undefined || entry.end) return [];
  if (verdict?.kind === 'found') return [[doubt.name, { ...entry, task: verdict.task.id }]];
  if (verdict?.kind === 'absent') return [[doubt.name, { ...entry, failure: 'absent' }]];
  return verdict?.kind === 'perhaps' ? [[doubt.name, { ...entry, end: { kind: 'perhaps' } }]] : [];
}
