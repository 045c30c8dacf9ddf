/** Questions of formulas that were sent and whose task nobody knows: Linkup's list tells, as it does for runs. */
import { questionFor, type Wanted } from '../../enrichment/linkup-formula';
import { type Doubt, graceEnd, isRipe, judge, stretchOf, type Verdict } from '../cycle/judge-posts';
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
  const doubted = r.wanted.filter((each) => isRipeFor(r.entryOf(each), r.now));
  if (doubted.length === 0 || !r.hasTime(LOOK) || !mayLook(r, LOOK)) return;
  const doubts = doubted.map((each) => doubtOf(r, each));
  const verdicts = judge(doubts, evidenceFor(r, doubts));
  inPassing(r.services, PATIENCE, () => {
    const before = doubted.map((each) => r.entryOf(each)?.at);
    r.readIn(r.services.documents.all());
    r.keep(new Map(doubted.flatMap((each, i) => judged(r, each, before[i], verdicts[i]))));
  });
}

function isRipeFor(entry: FormulaEntry | undefined, now: number): boolean {
  if (!entry || entry.end || entry.task !== undefined || entry.failure === 'absent') return false;
  return entry.failure === 'refused' || isRipe(postOf(entry), now);
}

/** An entry as the POST that it was sent with. Whoever sent it and did not live to see its end is dead by now. */
function postOf({ at, failure, failedAt }: FormulaEntry): Post {
  const failed = failure === 'refused' ? failure : 'unclear';
  return { id: 'formula', at, failedAt: failedAt ?? at + LIFE, failure: failed, parts: [] };
}

function doubtOf(r: Recalculation, each: Wanted): Doubt {
  const entry = r.entryOf(each);
  if (!entry) throw new Error('a doubt without a question');
  return { post: postOf(entry), sought: { question: questionFor(each) } };
}

function evidenceFor(r: Recalculation, doubts: readonly Doubt[]) {
  const { documents, workbook, user } = r.services;
  const stretches = doubts.map(({ post }) => stretchOf(post));
  const since = Math.min(...stretches.map((each) => each.since));
  const until = Math.max(...stretches.map((each) => each.until), ...doubts.map(({ post }) => graceEnd(post)));
  const listing = readThrough(unhurried(r.client, r.services.clock), { since, until }, () =>
    r.hasTime(TWO_REQUESTS),
  );
  let named: ReadonlySet<string> | undefined;
  const isNamed = (id: string): boolean => {
    named ??= namedIds({ documents, workbook }, []);
    return named.has(id);
  };
  return { listing, isNamed, echoes: echoesOf(user, ownAccount(user)), now: r.now };
}

/** What the list tells of a question, unless somebody else has settled it meanwhile. */
function judged(
  r: Recalculation,
  each: Wanted,
  at: number | undefined,
  verdict: Verdict | undefined,
): (readonly [string, FormulaEntry])[] {
  const entry = r.entryOf(each);
  if (!entry || entry.at !== at || entry.task !== undefined || entry.end) return [];
  if (verdict?.kind === 'found') return [[each.name, { ...entry, task: verdict.task.id }]];
  if (verdict?.kind === 'absent') return [[each.name, { ...entry, failure: 'absent' }]];
  return verdict?.kind === 'perhaps' ? [[each.name, { ...entry, end: { kind: 'perhaps' } }]] : [];
}
