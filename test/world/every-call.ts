/** Every call of the sidebar, as a page makes it that was open before: for whatever must hold of all of them. */
import type { Calls } from '../../src/sidebar/protocol';
import { TEST_KEY } from '../doubles/linkup';
import { DRAFT } from './drafts';
import { LIST } from './lists';
import { ask } from './sidebar';
import type { World } from './world';

/** Their arguments, by name; one that is missing does not compile. */
export type EveryCall = { readonly [Name in keyof Calls]: Calls[Name]['argument'] };

/** As somebody would make them who has the first enrichment of the sheet before them. */
export function everyCall(world: World): EveryCall {
  const { sheetId, enrichments, progress, drafts, tries, lists } = ask(world, 'start', null);
  const [{ id = '', revision = '', ...saved } = { ...DRAFT, revision: '' }] = enrichments;
  const draft = { ...saved, id };
  const run = progress[0]?.run ?? '';
  const kept = tries[0]?.tried.kept ?? '';
  const list = lists[0]?.kept ?? '';
  const terms = { total: 100, cap: 100 };
  const choice = { id, revision, scope: 'fill', overwrite: false } as const;
  const byId = { id };
  return {
    ...{ start: null, active: null, connect: { key: TEST_KEY }, balance: null, ownLimit: null, sheets: null },
    ...{ nameMe: { named: true }, setOwnLimit: { limit: 60 }, formula: null, setFormula: { cap: 2 } },
    keepDraft: { sheetId, draft, revision },
    dropDraft: { sheetId, id: drafts[0]?.id ?? '' },
    save: { sheetId, draft: { ...draft, name: 'Called otherwise' }, revision, force: true },
    adopt: { sheetId, id },
    tryOne: { sheetId, draft },
    tryAgain: { sheetId, draft, task: '', startedAt: 0, kept },
    writeTried: { id, kept },
    dropTry: { kept },
    makeList: { draft: LIST, total: 100 },
    moreOfList: { kept: list, total: 100 },
    lookAtList: { kept: list },
    openList: { kept: list },
    dropList: { kept: list },
    ...{ offer: choice, enrich: { ...choice, ...terms } },
    askAgain: { id, revision, row: 3, question: '', since: 0, total: 100 },
    ...{ progress: byId, work: null, failures: byId, resume: byId, stop: byId, rest: byId },
    carryOn: { id, revision, agreement: run, total: 100 },
    widenFilter: { sheetId, over: 'A2:D7' },
    undo: { id, run },
    ...{ pastRuns: { sheetId }, runLeft: { id, run }, aboutRow: byId },
    selectUnanswered: { id, run, reason: '' },
    show: { id, at: 3, print: '' },
    scheduleTerms: null,
    schedule: {
      ...{ id, revision, rule: { every: 'day', hour: 7, day: 0 }, price: 100, cap: 100 },
      rows: { fresh: true, changed: true, failed: true },
    },
    ...{ pauseSchedule: byId, refreshNow: byId, removeSchedule: byId },
    ...{ chainOffer: { sheetId }, enrichChain: { sheetId, revision, ...terms }, stopChain: { sheetId } },
    ...{ supportReport: null, removal: null },
    remove: { id, columns: 'delete' },
    removeAll: { runs: progress.map((each) => each.run) },
    disconnect: null,
  };
}

/** The names, in that order. */
export function namesOf(calls: EveryCall): (keyof Calls)[] {
  return Object.keys(calls) as (keyof Calls)[];
}
