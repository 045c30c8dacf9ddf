/** What people do in the sidebar while something else is going on: the calls that its page makes. */
import { COLLEAGUE, KEYS, OWNER } from '../engine/cast';
import type { Dice } from '../engine/dice';
import type { Enrichment } from '../engine/enrichments';
import { idsBeside } from '../engine/ledger-cells';
import { memberOf } from '../engine/replies';
import type { Stage, StagedSheet } from '../engine/stage';

/** A person at the sidebar, with one enrichment in view. */
interface Seat {
  readonly stage: Stage;
  readonly sheet: StagedSheet;
  readonly id: string;
  readonly enrichment: Enrichment;
  readonly user: string;
  readonly dice: Dice;
}

/** What somebody wants asked. */
interface Choice {
  readonly user: string;
  readonly id: string;
  readonly scope: string;
  readonly first?: number;
  readonly overwrite: boolean;
}

/** One thing to do; false when there was nothing to do it to. */
type Doing = (seat: Seat) => unknown;

const DOINGS: Readonly<Record<string, Doing>> = {
  'enriches in the sidebar': ({ stage, sheet, user, id, dice }) => {
    const scope = dice.pick(['fill', 'first', 'visible', 'failed', 'outdated', 'all'] as const);
    if (scope === 'visible') hideSome(sheet, dice);
    const first = scope === 'first' ? { first: dice.between(1, 5) } : {};
    return enrich(stage, { user, id, scope, overwrite: false, ...first });
  },
  'overwrites in the sidebar': ({ stage, user, id }) =>
    enrich(stage, { user, id, scope: 'all', overwrite: true }),
  'starts the last enrichment as well': ({ stage, sheet }) => {
    const [id] = stage.present(sheet).at(-1) ?? [];
    return id !== undefined && enrich(stage, { user: OWNER, id, scope: 'fill', overwrite: false });
  },
  'follows the run in the sidebar': ({ stage, user, id }) => stage.ask(user, 'progress', { id }),
  'works in the sidebar': ({ stage, user }) => stage.ask(user, 'work', null),
  'resumes in the sidebar': ({ stage, user, id }) => stage.ask(user, 'resume', { id }),
  'stops in the sidebar': ({ stage, user, id }) => stage.ask(user, 'stop', { id }),
  'carries on with the run of the other one': ({ stage, id }) =>
    [COLLEAGUE, OWNER].some((user) => carryOn(stage, user, id)),
  'undoes a run': undo,
  'saves again': ({ stage, user, sheet, id, enrichment }) => {
    stage.saving.set(id, () => save(stage, user, sheet, id, enrichment));
    return save(stage, user, sheet, id, enrichment);
  },
  'removes an enrichment, and keeps its columns': (seat) => remove(seat, 'keep'),
  'removes an enrichment with its columns': (seat) => remove(seat, 'delete'),
  'goes on with a copy of the sheet': goOnWithCopy,
  'tries one row': tryOne,
  'connects again': ({ stage, user }) => stage.ask(user, 'connect', { key: stage.keyOf(user) }),
  disconnects: ({ stage, user }) => stage.ask(user, 'disconnect', null),
  'changes to another key': ({ stage, user }) => {
    const key = stage.keyOf(user) === KEYS[OWNER] ? KEYS[COLLEAGUE] : KEYS[OWNER];
    stage.keys.get(user)?.add(key);
    return stage.ask(user, 'connect', { key });
  },
};

/** All of them, by whom they happen to be done. */
export const SIDEBAR: Readonly<Record<string, (stage: Stage, sheet: StagedSheet, dice: Dice) => boolean>> =
  Object.fromEntries(
    Object.entries(DOINGS).map(([kind, doing]) => [
      kind,
      (stage: Stage, sheet: StagedSheet, dice: Dice) => {
        const present = stage.present(sheet);
        if (present.length === 0) return false;
        const [id, enrichment] = dice.pick(present);
        const user = dice.chance(0.75) ? OWNER : COLLEAGUE;
        return doing({ stage, sheet, id, enrichment, user, dice }) !== false;
      },
    ]),
  );

/** Duplicates the tab, and makes what came along the copy's own: whatever is under way goes on in the original alone. */
function goOnWithCopy({ stage, user, sheet }: Seat): boolean {
  const { id: sheetId } = stage.host.spreadsheet.duplicateSheet(sheet.shadow.real);
  const { result } = stage.ask(user, 'start', { sheetId });
  const copies = memberOf(result, 'copies');
  if (!Array.isArray(copies) || copies.length === 0) return false;
  for (const copy of copies) stage.ask(user, 'adopt', { sheetId, id: memberOf(copy, 'id') });
  return true;
}

/** What each person tried last of an enrichment, where it was a task: of direct ones Linkup keeps no record to judge an answer by. */
const LAST_TRIES = new WeakMap<Stage, Map<string, unknown>>();

/** Writes what the last try brought, if there is one, and tries anew. */
function tryOne({ stage, user, sheet, id, enrichment: { draft } }: Seat): void {
  const tries = LAST_TRIES.get(stage) ?? new Map<string, unknown>();
  LAST_TRIES.set(stage, tries);
  const before = tries.get(`${user} ${id}`);
  if (before) stage.ask(user, 'writeTried', { id, kept: before });
  const { result } = stage.ask(user, 'tryOne', { sheetId: sheet.shadow.real.id, draft: { ...draft, id } });
  if (isTask(draft)) tries.set(`${user} ${id}`, memberOf(result, 'kept'));
}

function isTask({ type, options }: Enrichment['draft']): boolean {
  return type === 'research' || options.depth === 'deep';
}

/** Hides a row by hand. */
function hideSome({ shadow }: StagedSheet, dice: Dice): void {
  const row = dice.between(2, Math.max(2, shadow.lastRow));
  shadow.act((sheet) => sheet.hideRows(row));
}

/** Saves an enrichment as it is. */
export function save(
  stage: Stage,
  user: string,
  { shadow }: StagedSheet,
  id: string,
  { draft }: Enrichment,
): void {
  const argument = { sheetId: shadow.real.id, draft: { ...draft, id }, revision: '', force: true };
  stage.ask(user, 'save', argument);
}

/** Looks at the price, and agrees to it, or to a part of it. */
export function enrich(stage: Stage, { user, ...wanted }: Choice, share = 1): boolean {
  const choice = { ...wanted, revision: revisionOf(stage, user, wanted.id) };
  const total = Number(memberOf(stage.ask(user, 'offer', choice).result, 'total'));
  if (Number.isNaN(total)) return false;
  const cap = total * share;
  const { overwrite, id } = choice;
  stage.runs.agreed(stage.nextExecution, {
    user,
    cap,
    overwrite,
    ...(overwrite && { known: known(stage, id) }),
  });
  stage.ask(user, 'enrich', { ...choice, total, cap });
  return true;
}

/** The tasks that stand beside the rows of an enrichment. */
function known(stage: Stage, id: string): ReadonlySet<string> {
  const sheet = stage.sheetOf(id);
  const name = sheet?.enrichments.get(id)?.draft.name;
  return sheet && name !== undefined ? idsBeside(sheet.shadow, name) : new Set();
}

/** Goes on with what somebody else began, at the price of what is left. */
function carryOn(stage: Stage, user: string, id: string): boolean {
  const revision = revisionOf(stage, user, id);
  const { result: rest } = stage.ask(user, 'rest', { id });
  const total = Number(memberOf(rest, 'total'));
  if (Number.isNaN(total)) return false;
  stage.runs.carriedOn(id, { user, cap: total, overwrite: false });
  stage.ask(user, 'carryOn', { id, revision, agreement: memberOf(rest, 'agreement'), total });
  return true;
}

/** The revision of an enrichment that a page shows which reads its sheet now; '' where it cannot. */
function revisionOf(stage: Stage, user: string, id: string): string {
  const sheet = stage.sheetOf(id);
  if (sheet && stage.has(sheet)) stage.host.spreadsheet.select(sheet.shadow.real);
  const saved: unknown = memberOf(stage.ask(user, 'start', null).result, 'enrichments');
  const found: unknown = Array.isArray(saved) ? saved.find((each) => memberOf(each, 'id') === id) : undefined;
  return String(memberOf(found, 'revision') ?? '');
}

/** The last run, or any that there was before. */
function undo({ stage, user, id, dice }: Seat): boolean {
  const runs = stage.runs.seen.filter(({ enrichment }) => enrichment === id);
  const last = runs.at(-1);
  if (!last) return false;
  const run = (dice.chance(0.5) ? last : dice.pick(runs)).id;
  stage.undoing = run;
  const { code } = stage.ask(user, 'undo', { id, run });
  stage.undoing = undefined;
  // Cut short it may have been done all the same.
  if (code === undefined) stage.undone.set(run, stage.clock.now());
  return code !== 'nothing-to-undo';
}

function remove({ stage, user, id }: Seat, columns: 'keep' | 'delete'): void {
  stage.removing.set(id, columns);
  const { code } = stage.ask(user, 'remove', { id, columns });
  if (code !== undefined) stage.removing.delete(id);
}
