/**
 * A report for support: how the add-on stands in this document, for whoever helps. Nothing in it was written by a person: no names, no
 * questions, no cells, no key, no address, and no id of the document.
 */
import { LAYOUT } from '../../enrichment/definition';
import { asProblem } from '../../enrichment/problem';
import { VERSION } from '../../enrichment/version';
import { PROFILE } from '../../platform/profile';
import type { Properties } from '../../platform/properties';
import { ownAgreements } from '../record/agreement';
import { allEnrichments, unreadableEnrichments } from '../record/enrichments';
import { termsIn } from '../record/formula-terms';
import { listsUnderWay } from '../record/kept-lists';
import { accountIn } from '../record/key';
import { lastIn } from '../record/last-run';
import { isConsumer, usageIn } from '../record/meter';
import { RUN_PREFIX, runsIn } from '../record/run';
import { schedulesIn } from '../record/schedules';
import type { Services } from '../services';
import { byUtc, kindsIn, lineOfLast, lineOfRun, lineOfSchedule, shapeOf } from './support-lines';

/** The report. What cannot be found out is told by its code: whoever asks for help has trouble. */
export function supportReport(services: Services): string {
  const { documents, user, clock } = services;
  const now = clock.now();
  const stored = (read: () => Properties): Properties => {
    try {
      return read();
    } catch {
      return {};
    }
  };
  const known = { documents: stored(() => documents.all()), user: stored(() => user.all()), now };
  const parts = [head, aboutDocument, aboutPerson, enrichments, runs, schedules, aboutStores];
  const lines = parts.flatMap((part) => {
    try {
      return part(services, known);
    } catch (thrown) {
      return [`A part is missing: ${asProblem(thrown).code}`];
    }
  });
  return lines.join('\n');
}

/** What both stores hold, and when. */
interface Known {
  readonly documents: Properties;
  readonly user: Properties;
  readonly now: number;
}

type Part = (services: Services, known: Known) => string[];

const head: Part = (_, { documents, now }) => [
  `Enrich with Linkup ${VERSION}, ${PROFILE}, layout ${LAYOUT}, of the document ${Number(documents['linkup.layout'] ?? 1)}`,
  `Written ${byUtc(now)} UTC`,
];

const aboutDocument: Part = ({ workbook }) => {
  const sheet = workbook.activeSheet();
  const size = `rows ${sheet.getLastRow()}, columns ${sheet.getLastColumn()}`;
  return [
    `Document: ${workbook.locale()}, ${workbook.timeZone()}, sheets ${workbook.sheets().length}, cells ${workbook.cells()}`,
    `Open sheet: ${size}, frozen ${sheet.getFrozenRows()}, ${sheet.getFilter() ? 'a filter' : 'no filter'}`,
  ];
};

const aboutPerson: Part = ({ triggers, currentUser, workbook }, { user, now }) => {
  const { fetches, triggerMs, since } = usageIn(user, now);
  const address = currentUser();
  const account = address === '' ? 'address not told' : isConsumer(address) ? 'consumer' : 'Workspace';
  const lists = listsUnderWay(user, () => workbook.id(), now).length;
  return [
    `Account: ${account}, ${accountIn(user) === '' ? 'no key' : 'a key'}, formula ${termsIn(user, workbook.id()) ? 'on' : 'off'}, lists under way ${lists}`,
    `Google today: requests ${fetches}, minutes of trigger ${Math.round(triggerMs / 60_000)}, since ${byUtc(since)}`,
    `Trigger: ${triggers.armed() ? 'armed' : 'none'}`,
  ];
};

/** Enrichments go by their numbers, in the order of their ids. */
function numbered({ documents }: Services) {
  const all = allEnrichments(documents).sort((a, b) => (a.id < b.id ? -1 : 1));
  const nameOf = (id: string): string => {
    const at = all.findIndex((e) => e.id === id);
    return at < 0 ? 'of none' : `of ${at + 1}`;
  };
  return { all, nameOf };
}

const enrichments: Part = (services) => {
  const { documents, workbook } = services;
  const { all } = numbered(services);
  const unreadable = unreadableEnrichments(documents);
  const newer = unreadable.filter(({ isNewer }) => isNewer).length;
  const open = workbook.activeSheet().getSheetId();
  return [
    `Enrichments: ${all.length}, unreadable ${unreadable.length}, newer ${newer}`,
    ...all.map((e, i) => `  ${i + 1}. ${shapeOf(e, e.sheetId === open)}`),
  ];
};

const runs: Part = (services, { documents }) => {
  const { all, nameOf } = numbered(services);
  const { isMine } = ownAgreements(services);
  const live = runsIn(documents);
  const kept = Object.keys(documents).filter((name) => name.startsWith(RUN_PREFIX));
  const last = all.flatMap((e) => lastIn(documents, e.id) ?? []);
  return [
    `Runs: ${live.length}, unreadable ${kept.length - live.length}`,
    ...live.map((run) => `  ${lineOfRun(run, nameOf(run.enrichment), isMine(run))}`),
    `Ended last: ${last.length}`,
    ...last.map((each) => `  ${lineOfLast(each, nameOf(each.run.enrichment))}`),
  ];
};

const schedules: Part = (services, { documents }) => {
  const { nameOf } = numbered(services);
  const all = schedulesIn(documents);
  return [
    `Schedules: ${all.length}`,
    ...all.map((each) => `  ${lineOfSchedule(each, nameOf(each.enrichment))}`),
  ];
};

const aboutStores: Part = (_, { documents, user }) => [
  `In the document: ${kindsIn(documents)}`,
  `With this person: ${kindsIn(user)}`,
];
