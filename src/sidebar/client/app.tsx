/** The whole sidebar: it holds the state, and each part shows some of it. Who has just come is asked for a key, and for nothing else. */
import { useState } from 'preact/hooks';
import type { Listed, OwnLimit as OwnLimitStanding, Start } from '../protocol';
import { EnrichAll, RunsTogether } from './all-on-view';
import { useLists } from './calls/use-lists';
import { type Page, usePage } from './calls/use-page';
import { atHomeOn } from './model/along';
import type { Fate } from './model/delete-words';
import { formOf } from './model/form';
import { duplicateOf } from './model/name';
import { columnsOfOthers } from './model/own-columns';
import { monthLine } from './model/own-limit-words';
import { isFirstOpen, isOnTop, savedIn } from './model/state';
import { onlyWaits } from './model/together';
import { OnView, RunOnView } from './on-view';
import { TextButton } from './parts/buttons';
import { FaultNote, Note, waysOn } from './parts/messages';
import { Account } from './sections/account';
import { CopiedSection } from './sections/copied';
import { Enrichment } from './sections/enrichment';
import { Formula } from './sections/formula';
import { LeftOutSection } from './sections/left-out';
import { ListForm } from './sections/list-form';
import { ListsSection } from './sections/lists';
import { Named } from './sections/named';
import { OnSheet } from './sections/on-sheet';
import { OtherSheet } from './sections/other-sheet';
import { OwnLimit } from './sections/own-limit';
import { SortingNote } from './sections/sorting';
import { Upkeep } from './sections/upkeep';

/** The sidebar. */
export function App() {
  const page = usePage();
  const { state, reading, read, go, saving, connect, renew } = page;
  // Which sheet is looked at may be known: then the button that goes there says so.
  const refresh = saving.pending || state.start?.active ? read : go;
  const isConnected = Boolean(state.start?.key);
  function adopted(id: string, start: Start): void {
    page.happened({ type: 'read', start });
    page.happened({ type: 'chosen', id });
    page.focusOn('ready');
  }
  Object.assign(waysOn, { connect, read, renew, hasKey: isConnected });
  return (
    <>
      <h1 class="unseen">Enrich with Linkup</h1>
      <OtherSheet state={state} pending={saving.pending || reading.pending} onGo={go} />
      {!isFirstOpen(state) && (
        <OnSheet start={state.start} failed={reading.fault.sentence !== ''} onRefresh={refresh} />
      )}
      <FaultNote fault={reading.fault} onAgain={read} />
      {state.start && <SortingNote start={state.start} onWidened={read} />}
      <LeftOutSection all={state.start?.unreadable ?? []} onDeleted={read} />
      <CopiedSection key={state.start?.sheetId} start={state.start} onAdopted={adopted} />
      <RunsTogether page={page} />
      {isOnTop(state) && !onlyWaits(state) && <RunOnView page={page} />}
      {isFirstOpen(state) && <Welcome />}
      {!isConnected && <OwnAccount page={page} />}
      {!isFirstOpen(state) && <Chosen page={page} />}
      <EnrichAll page={page} />
      {state.start?.isReceipts && <Receipts />}
      {state.start && !isFirstOpen(state) && <WithLists page={page} isConnected={isConnected} />}
      {!isConnected && (state.start || reading.fault.sentence !== '') && <Upkeep />}
    </>
  );
}

/** The lists of the document, and what is on view; or the form for a new list in its place. */
function WithLists({ page, isConnected }: PageProps & { readonly isConnected: boolean }) {
  const { state, happened, focusOn, renew } = page;
  const [isListing, setListing] = useState(false);
  const lists = useLists(state.start, renew);
  function onMade(list: Listed): void {
    lists.told(list);
    setListing(false);
  }
  function onOpened(start: Start): void {
    happened({ type: 'gone to', start });
    focusOn('question');
    renew();
  }
  function close(): void {
    setListing(false);
    focusOn('question');
  }
  if (isListing) return <ListForm onMade={onMade} onClose={close} />;
  const begin = (): void => {
    setListing(true);
    focusOn('question');
  };
  return (
    <>
      <ListsSection lists={lists} here={state.start?.sheet} onOpened={onOpened} />
      {isConnected && state.current === '' && (
        <p>
          <TextButton label="Make a list…" onPress={begin} />
        </p>
      )}
      {!state.start?.isReceipts && <OnView page={page}>{isConnected && <OwnAccount page={page} />}</OnView>}
    </>
  );
}

function Receipts() {
  return (
    <Note>
      <p>
        This sheet holds the receipts of your runs. Open the sheet with your table: this sidebar goes along.
      </p>
    </Note>
  );
}

function Welcome() {
  return (
    <p class="welcome">Fill columns with answers from the web, row by row. All it takes is a Linkup key.</p>
  );
}

interface PageProps {
  readonly page: Page;
}

/** The person's account at Linkup. */
function OwnAccount({ page }: PageProps) {
  const { state, balance, setBalance, month, setMonth, keyWanted, happened, reading, read, focusOn } = page;
  const { trial, recount } = page;

  function onKey(key: string, left: number | undefined): void {
    setBalance(left);
    happened({ type: 'key-changed', key });
    // Who has just come goes on with the question, which takes the focus itself.
    if (!isFirstOpen(state)) focusOn(key ? 'manage-key' : 'key');
    const paying = state.start?.enrichments.some(({ refreshing }) => refreshing?.mine) ?? false;
    // The answer under way may not know of it; and what the key paid for by itself stands otherwise now.
    if (reading.pending || paying) read();
  }
  function onOwn(own: OwnLimitStanding): void {
    setMonth(own);
    if (own.limit === month?.limit) return;
    // What an offer says of the limit, and what was refused for it, was another limit.
    trial.clear();
    recount();
  }
  return (
    <Account
      hint={state.start?.key}
      balance={balance}
      month={monthLine(month)}
      wanted={keyWanted}
      onKey={onKey}
    >
      <OwnLimit own={month} onOwn={onOwn} />
      <Formula />
      {state.start && <Named named={state.start.named} onNamed={read} />}
      <Upkeep />
    </Account>
  );
}

/** What choosing, beginning, copying and deleting do, and where one goes on then. */
function useChoosing({ state, happened, saving, trial, setScope, read, focusOn }: Page) {
  const saved = savedIn(state);

  function choose(id: string): void {
    happened({ type: 'chosen', id });
    saving.clear();
    setScope('fill');
  }

  function begin(): void {
    choose('');
    focusOn('question');
  }

  function copy(): void {
    trial.close(''); // The copy takes the place of a new enrichment that was begun.
    const { start } = state;
    if (!saved || !start) return;
    const taken = start.enrichments.map(({ name }) => name);
    const columns = columnsOfOthers(start, undefined);
    happened({ type: 'copied', form: duplicateOf(formOf(saved), taken, columns) });
    focusOn('question');
  }

  function removed(id: string, columns: Fate): void {
    trial.close(id);
    happened({ type: 'removed', id, columns });
    focusOn('enrichment');
    read();
  }

  return { choose, begin, copy, removed };
}

/** Begins the enrichment on view on another sheet, which comes on view itself; a sentence where that would take something's place. */
function takeAlong({ state, happened, trial, focusOn }: Page, start: Start): string {
  const saved = savedIn(state);
  const begun = state.left[start.sheetId]?.edited[''] ?? start.drafts.find(({ id }) => id === '');
  if (begun) return `Save or discard the new enrichment that you have begun on “${start.sheet}” first.`;
  if (!saved) return 'This enrichment is gone.';
  trial.close('');
  happened({ type: 'gone to', start });
  happened({ type: 'copied', form: atHomeOn(start, formOf(saved)) });
  focusOn('question');
  return '';
}

/** Which enrichment is on view. */
function Chosen({ page }: PageProps) {
  const { state, happened } = page;
  const { choose, begin, copy, removed } = useChoosing(page);
  return (
    <Enrichment
      start={state.start}
      saved={savedIn(state)}
      deleted={state.justDeleted}
      begun={state.edited['']?.form.name.trim() ?? ''}
      runs={state.runs}
      unsaved={Object.keys(state.edited)}
      onOpen={() => happened({ type: 'opened' })}
      onChoose={choose}
      onNew={begin}
      onCopy={copy}
      onTake={(start) => takeAlong(page, start)}
      onRemoved={removed}
    />
  );
}
