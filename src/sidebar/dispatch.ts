/** The one door for the sidebar: calls that are on the list, with arguments that parse; every fault becomes a sentence. */
import { enrichment } from '../enrichment/definition';
import { object, oneOf, text } from '../enrichment/parse';
import { asProblem, Problem } from '../enrichment/problem';
import { sentence } from '../enrichment/words';
import { balanceOr } from '../run/balance';
import { allEnrichments, enrichmentById } from '../run/enrichments';
import { accountOf, keyHint, keyOf, removeKey, saveKey } from '../run/key';
import { handOverRuns, type Run } from '../run/run';
import type { Services } from '../run/services';
import { setUp } from '../run/setup';
import { places } from '../sheet/layout';
import type { Sheet } from '../sheet/spreadsheet';
import { headingsOf } from '../sheet/table';
import type { Calls, Draft, Json, Reply, Start } from './protocol';

type Handler<Name extends keyof Calls> = (services: Services, argument: unknown) => Calls[Name]['result'];

const HANDLERS: { readonly [Name in keyof Calls]?: Handler<Name> } = {
  start: (services) => start(services),
  connect: (services, argument) => connect(services, text(object(argument, '').key, 'key')),
  disconnect: ({ user }) => {
    removeKey(user);
    return null;
  },
  save: (services, argument) => save(services, object(argument, '')),
};

const NAMES: readonly (keyof Calls)[] = ['start', 'connect', 'disconnect', 'save'];

/** Answers a call of the sidebar; never throws. */
export function dispatch(services: Services, name: string, argument: unknown): Reply<unknown> {
  try {
    const handler = HANDLERS[oneOf(...NAMES)(name, 'call')];
    if (!handler) throw new Problem('unexpected', name);
    return { ok: true, result: handler(services, argument) };
  } catch (thrown) {
    const problem = asProblem(thrown);
    console.error(String(problem));
    return { ok: false, code: problem.code, sentence: sentence(problem) };
  }
}

function start({ workbook, documents, user }: Services): Start {
  const sheet = workbook.activeSheet();
  const sheetId = sheet.getSheetId();
  const enrichments = allEnrichments(documents).filter((e) => e.sheetId === sheetId);
  return {
    sheet: sheet.getName(),
    sheetId,
    headings: offeredHeadings(sheet),
    sample: {},
    key: keyHint(user) ?? '',
    enrichments: enrichments.map((e) => ({ ...asDraft(e), revision: '', outputs: [] })),
    drafts: [],
    progress: [],
  };
}

/** The columns that a question can name. One of ours that is called like the person's own never stands for it. */
function offeredHeadings(sheet: Sheet): string[] {
  const ours = new Set(places(sheet).values());
  const headings = headingsOf(sheet);
  const own = new Set(headings.filter((_, i) => !ours.has(i + 1)));
  return headings.filter(
    (heading, i) =>
      heading.trim() !== '' &&
      !/\(Linkup, do not edit\)$/.test(heading) &&
      !(ours.has(i + 1) && own.has(heading)),
  );
}

function asDraft({
  id,
  name,
  type,
  template,
  shape,
  fields,
  schema,
  sources,
  options,
}: ReturnType<typeof enrichment>): Draft {
  const json: { [name: string]: Json } = {};
  for (const [option, value] of Object.entries(options)) json[option] = value;
  return { id, name, type, template, shape, fields, schema: schema ?? '', sources, options: json };
}

/** A key is kept only after Linkup has accepted it; asking for the balance is free. */
function connect(services: Services, pasted: string): Calls['connect']['result'] {
  const { user, linkup, documents } = services;
  const key = pasted.trim();
  if (!key) throw new Problem('no-key');
  const balance = balanceOr(
    'not-connected',
    linkup(key, () => {}),
  );
  const before = keyHint(user) && accountOf(keyOf(user));
  saveKey(user, key);
  const me = services.currentUser();
  const isOwn = (run: Run): boolean => run.by === me || run.account === before;
  handOverRuns(documents, isOwn, accountOf(key));
  return { key: key.slice(-4), balance };
}

/** The sheet is the one that the sidebar was reading, whichever tab is open by now; an enrichment never changes its sheet. */
function save(services: Services, argument: Record<string, unknown>): Calls['save']['result'] {
  const draft = object(argument.draft, 'draft');
  const known = draft.id === '' ? undefined : enrichmentById(services.documents, text(draft.id, 'id'));
  const id = draft.id === '' ? services.newId() : draft.id;
  const schema = draft.schema === '' ? undefined : draft.schema;
  const e = enrichment({ ...draft, id, sheetId: known?.sheetId ?? argument.sheetId, schema }, '');
  setUp(services, e);
  return { id: e.id, revision: '' };
}
