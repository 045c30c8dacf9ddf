/** The one door for the sidebar: calls that are on the list, with arguments that parse; every fault becomes a sentence. */
import type { Enrichment } from '../enrichment/definition';
import { MOST_FIRST } from '../enrichment/first-rows';
import { moneyOf } from '../enrichment/money';
import { integer, list, maybe, number, oneOf, type Parser, record, text, yesNo } from '../enrichment/parse';
import { asProblem, Problem } from '../enrichment/problem';
import { refreshedRows, rule } from '../enrichment/schedule';
import { saidThere, sentence } from '../enrichment/words';
import { formulaStanding, setFormula } from '../run/formula/settings';
import { aboutRow } from '../run/press/about-row';
import { adoptCopy } from '../run/press/adopt-copy';
import { askAgain } from '../run/press/ask-again';
import { carryOn, restOf } from '../run/press/carry-on';
import { enrichChoice, offerOn } from '../run/press/choice';
import { type Choice, SCOPES } from '../run/press/choice-types';
import { followRun, resumeRun, stopRun, work } from '../run/press/follow';
import { tryAgain } from '../run/press/look-after-try';
import { refreshNow } from '../run/press/refresh';
import { removeForGood } from '../run/press/remove';
import { removal, removeAll } from '../run/press/remove-all';
import { removeScheduleOf } from '../run/press/schedule';
import { tryOne } from '../run/press/try-one';
import { undoRun } from '../run/press/undo';
import { widenFilter } from '../run/press/widen-filter';
import { writeTried } from '../run/press/write-tried';
import { enrichmentMeant } from '../run/record/enrichments';
import { triesOf } from '../run/record/kept-tries';
import { setNamed } from '../run/record/named';
import { pastRuns } from '../run/report/past-runs';
import { failedRows, reportOn } from '../run/report/report';
import { leftOf, selectUnanswered } from '../run/report/run-left';
import { supportReport } from '../run/report/support';
import type { Services } from '../run/services';
import { balanceLeft, connect, disconnect } from './account';
import { chainOffer, enrichChain, stopChain } from './chain';
import { draft } from './draft';
import { dropDraft, keepDraft } from './drafts';
import { dropped, lookedAt, made, more, opened } from './lists';
import { inDollars, offered } from './offered';
import { ownLimit, setOwnLimit } from './own-limit';
import type { Calls, JsonCalls, Progress, Reply, Wished } from './protocol';
import { paused, schedule, scheduleTerms } from './schedule';
import { asIfSaved, placeOf, save } from './settings';
import { activeSheet, sheetsOf } from './sheets';
import { show } from './show';
import { start } from './start';

type Name = keyof Calls;
type Argument<N extends Name> = JsonCalls[N]['argument'];
type Result<N extends Name> = JsonCalls[N]['result'];
type Handler<N extends Name> = (services: Services, argument: unknown) => Result<N>;

/** A handler that gets its argument only after it was parsed. */
function on<N extends Name>(
  parse: Parser<Argument<N>>,
  handle: (services: Services, argument: Argument<N>) => Result<N>,
): Handler<N> {
  return (services, argument) => handle(services, parse(argument, ''));
}

const nothing: Parser<null> = () => null;
/** An amount in USD, as the page has it. */
const dollars: Parser<number> = (value, path) => Math.min(number(value, path), 1e8);
/** What a page from before an update does not send yet. */
const orNothing: Parser<string> = (value, path) => (value === undefined ? '' : text(value, path));
const place = record<{ sheetId: number }>({ sheetId: number });
const byKept = record<{ kept: string }>({ kept: text });
const byId = record<{ id: string }>({ id: text });
const choice = {
  ...{ id: text, revision: text, scope: oneOf(...SCOPES), overwrite: yesNo },
  first: maybe(integer(1, MOST_FIRST)),
};

const wished = { ...{ id: text, revision: text, rule, rows: refreshedRows }, price: dollars, cap: dollars };

type Agreed = Argument<'enrich'>;

const HANDLERS: { readonly [N in Name]: Handler<N> } = {
  start: on<'start'>((value, path) => (value === null ? null : place(value, path)), start),
  active: on<'active'>(nothing, activeSheet),
  connect: on<'connect'>(record({ key: text }), (services, { key }) => connect(services, key)),
  disconnect: on<'disconnect'>(nothing, disconnect),
  nameMe: on<'nameMe'>(record({ named: yesNo }), ({ user }, { named }) => {
    setNamed(user, named);
    return null;
  }),
  balance: on<'balance'>(nothing, balanceLeft),
  ownLimit: on<'ownLimit'>(nothing, ownLimit),
  setOwnLimit: on<'setOwnLimit'>(record({ limit: dollars }), (services, { limit }) =>
    setOwnLimit(services, moneyOf(limit)),
  ),
  formula: on<'formula'>(nothing, formulaStanding),
  setFormula: on<'setFormula'>(record({ cap: dollars }), (services, { cap }) =>
    setFormula(services, moneyOf(cap)),
  ),
  keepDraft: on<'keepDraft'>(record({ sheetId: number, draft, revision: text }), (services, argument) => {
    const { sheetId, draft, revision } = argument;
    keepDraft(services.user, placeOf(services, sheetId), { ...draft, revision }, services.clock.now());
    return null;
  }),
  dropDraft: on<'dropDraft'>(record({ sheetId: number, id: text }), (services, { sheetId, id }) => {
    dropDraft(services.user, placeOf(services, sheetId), id);
    return null;
  }),
  save: on<'save'>(record({ sheetId: number, draft, revision: text, force: yesNo }), save),
  adopt: on<'adopt'>(record({ sheetId: number, id: text }), (services, { sheetId, id }) => ({
    id: adoptCopy(services, sheetId, id).id,
  })),
  sheets: on<'sheets'>(nothing, sheetsOf),
  remove: on<'remove'>(record({ id: text, columns: oneOf('keep', 'delete') }), (services, argument) => {
    removeForGood(services, argument.id, argument.columns);
    return null;
  }),
  tryOne: on<'tryOne'>(record({ sheetId: number, draft }), (services, argument) =>
    tryOne(services, asIfSaved(services, argument.draft, argument.sheetId)),
  ),
  tryAgain: on<'tryAgain'>(
    record({ sheetId: number, draft, task: text, startedAt: number, kept: orNothing }),
    (services, { sheetId, draft, ...look }) => tryAgain(services, asIfSaved(services, draft, sheetId), look),
  ),
  dropTry: on<'dropTry'>(record({ kept: text }), (services, { kept }) => {
    triesOf(services).forget(kept);
    return null;
  }),
  writeTried: on<'writeTried'>(record({ id: text, kept: text }), (services, { id, kept }) =>
    writeTried(services, id, kept),
  ),
  makeList: on<'makeList'>(record({ draft, total: dollars }), made),
  moreOfList: on<'moreOfList'>(record({ kept: text, total: dollars }), more),
  lookAtList: on<'lookAtList'>(byKept, lookedAt),
  openList: on<'openList'>(byKept, opened),
  dropList: on<'dropList'>(byKept, dropped),
  offer: on<'offer'>(record<Choice>(choice), (services, chosen) =>
    offered(offerOn(services, chosen), chosen),
  ),
  enrich: on<'enrich'>(record<Agreed>({ ...choice, total: dollars, cap: dollars }), (services, agreed) => {
    const { total, cap } = agreed;
    const price = { total: moneyOf(total), cap: moneyOf(cap) };
    return begun(services, enrichChoice(services, agreed, price));
  }),
  askAgain: on<'askAgain'>(
    record({ id: text, revision: text, row: number, question: text, since: number, total: dollars }),
    (services, argument) =>
      begun(services, askAgain(services, { ...argument, total: moneyOf(argument.total) })),
  ),
  progress: on<'progress'>(byId, (services, { id }) => followRun(services, id)),
  work: on<'work'>(nothing, work),
  failures: on<'failures'>(byId, (services, { id }) =>
    failedRows(services, enrichmentMeant(services.documents, id)),
  ),
  resume: on<'resume'>(byId, (services, { id }) => resumeRun(services, id)),
  stop: on<'stop'>(byId, (services, { id }) => stopRun(services, id)),
  rest: on<'rest'>(byId, (services, { id }) => inDollars(restOf(services, id))),
  carryOn: on<'carryOn'>(
    record({ id: text, revision: text, agreement: text, total: dollars }),
    (services, terms) => carryOn(services, { ...terms, total: moneyOf(terms.total) }),
  ),
  widenFilter: on<'widenFilter'>(record({ sheetId: number, over: text }), (services, { sheetId, over }) => {
    widenFilter(services, sheetId, over);
    return null;
  }),
  undo: on<'undo'>(record({ id: text, run: text }), (services, { id, run }) =>
    undoRun(services, enrichmentMeant(services.documents, id), run),
  ),
  pastRuns: on<'pastRuns'>(place, (services, { sheetId }) => pastRuns(services, sheetId)),
  runLeft: on<'runLeft'>(record({ id: text, run: text }), (services, { id, run }) =>
    leftOf(services, enrichmentMeant(services.documents, id), run),
  ),
  selectUnanswered: on<'selectUnanswered'>(
    record({ id: text, run: text, reason: text }),
    (services, { id, run, reason }) => ({
      rows: selectUnanswered(services, enrichmentMeant(services.documents, id), run, reason),
    }),
  ),
  aboutRow: on<'aboutRow'>(byId, (services, { id }) => aboutRow(services, id)),
  scheduleTerms: on<'scheduleTerms'>(nothing, scheduleTerms),
  schedule: on<'schedule'>(record<Wished>(wished), schedule),
  pauseSchedule: on<'pauseSchedule'>(byId, (services, { id }) => paused(services, id)),
  removeSchedule: on<'removeSchedule'>(byId, (services, { id }) => {
    removeScheduleOf(services, id);
    return null;
  }),
  refreshNow: on<'refreshNow'>(byId, (services, { id }) => begun(services, refreshNow(services, id))),
  chainOffer: on<'chainOffer'>(place, chainOffer),
  enrichChain: on<'enrichChain'>(
    record({ sheetId: number, revision: text, total: dollars, cap: dollars }),
    enrichChain,
  ),
  stopChain: on<'stopChain'>(place, stopChain),
  removal: on<'removal'>(nothing, removal),
  removeAll: on<'removeAll'>(record({ runs: list(text) }), (services, { runs }) => removeAll(services, runs)),
  supportReport: on<'supportReport'>(nothing, (services) => ({ text: supportReport(services) })),
  show: on<'show'>(record({ id: text, at: number, print: text }), show),
};

/** How the run stands that was just begun. */
function begun(services: Services, e: Enrichment): Progress {
  const report = reportOn(services, e);
  if (!report) throw new Problem('unexpected');
  return report;
}

/** Answers a call of the sidebar; never throws, not even where Google gives no document to work with. */
export function dispatch(services: () => Services, name: string, argument: unknown): Reply<unknown> {
  try {
    if (!isName(name)) throw new Problem('outdated-page', name);
    return { ok: true, result: HANDLERS[name](services(), argument) };
  } catch (thrown) {
    const problem = asProblem(thrown);
    console.error(String(problem));
    const { code, place } = problem;
    return { ok: false, code, sentence: saidThere(sentence(problem)), ...(place && { place }) };
  }
}

/** A page from before an update may ask for what is not there any more. */
function isName(name: string): name is Name {
  return Object.keys(HANDLERS).includes(name);
}
