/** The enrichment on view: its form while it is edited, else ready to run; and its run. */
import type { ComponentChildren } from 'preact';
import type { Progress, Saved } from '../protocol';
import { afterSave } from './calls/after-save';
import type { Fault } from './calls/call';
import type { Page } from './calls/use-page';
import { Editor } from './editor';
import { onSaveHint } from './model/refresh-words';
import { headline } from './model/run-words';
import { canTakeBack, isEditing, isOnTop, isRunning, newlyEnded, runIn, savedIn } from './model/state';
import { TextButton } from './parts/buttons';
import { Calm, Status } from './parts/messages';
import { Folded } from './parts/section';
import { Ready } from './ready';
import { AboutRowSection } from './sections/about-row';
import { ColumnsGone } from './sections/columns-gone';
import { PastRunsSection } from './sections/past-runs';
import { Refresh } from './sections/refresh';
import { Run } from './sections/run';
import { Stopped } from './sections/stopped';

interface OnViewProps {
  readonly page: Page;
  /** What stands above the buttons: the account. */
  readonly children: ComponentChildren;
}

/** The form, or what is ready to run. Each enrichment has its own, so that nothing typed for one stays for the next. */
export function OnView({ page, children }: OnViewProps) {
  const { state } = page;
  const asForm = isEditing(state) || !savedIn(state);
  const Shown = asForm ? Edited : ReadyToRun;
  const shown = (
    <Shown key={`${state.current} ${asForm}`} page={page}>
      {children}
    </Shown>
  );
  return (
    <>
      <Status>{canTakeBack(state) && <Dropped page={page} />}</Status>
      <StoppedOnes page={page} asForm={asForm} />
      {!asForm && <Gone page={page} />}
      {shown}
    </>
  );
}

/** Refreshes that have stopped, of all enrichments of the sheet. */
function StoppedOnes({ page, asForm }: Pick<OnViewProps, 'page'> & { readonly asForm: boolean }) {
  const { state, happened, saving, setScope, focusOn } = page;

  function show(id: string): void {
    if (id !== state.current) {
      saving.clear();
      setScope('fill');
    }
    focusOn('refresh');
    happened({ type: 'chosen', id });
  }
  const enrichments = state.start?.enrichments ?? [];
  return <Stopped enrichments={enrichments} open={asForm ? state.current : ''} onShow={show} />;
}

/** What became of its columns, where anything did. */
function Gone({ page: { state, read } }: Pick<OnViewProps, 'page'>) {
  const saved = savedIn(state);
  if (!state.start || !saved) return null;
  return <ColumnsGone saved={saved} sheetId={state.start.sheetId} busy={isRunning(state)} onSaved={read} />;
}

/** A press too many costs no words. */
function Dropped({ page }: Pick<OnViewProps, 'page'>) {
  function takeBack(): void {
    page.happened({ type: 'taken back' });
    page.focusOn('question');
  }
  return (
    <p class="row tight">
      <span class="hint">Your changes are discarded.</span>
      <TextButton label="Take them back" onPress={takeBack} />
    </p>
  );
}

function Edited({ page, children }: OnViewProps) {
  const { state, happened, saving, trial, keeping, focusOn, read } = page;
  const saved = savedIn(state);

  function onDiscard(): void {
    happened({ type: 'discarded' });
    trial.discarded();
    saving.clear();
    focusOn(state.current === '' ? 'question' : 'ready');
    read(); // What is shown instead may have been saved by somebody else.
  }

  function onClose(): void {
    happened({ type: 'closed' });
    saving.clear();
    focusOn('ready');
  }

  return (
    <Editor
      {...{ state, saved, saving, trial, keeping }}
      busy={isRunning(state)}
      onEdit={(form) => happened({ type: 'edited', form })}
      onSaved={(done) => afterSave(page, done)}
      {...{ onDiscard, onClose }}
    >
      <OnSave saved={saved} />
      {children}
    </Editor>
  );
}

/** What a Save means for what is refreshed by itself. */
function OnSave({ saved }: { readonly saved: Saved | undefined }) {
  const hint = onSaveHint(saved?.refreshing ?? null);
  return hint ? <Calm>{hint}</Calm> : null;
}

function ReadyToRun({ page, children }: OnViewProps) {
  const { state, happened, saving, trial, scope, round, returns, setScope } = page;
  const { connect, setBalance, focusOn, recount } = page;
  const saved = savedIn(state);
  if (!state.start || !saved) return null;
  const canStart = !isRunning(state) && state.start.key !== '';

  /** Where the form says what is wrong, as a Save would have. */
  function onMend(fault: Fault): void {
    happened({ type: 'opened' });
    saving.fail(fault);
  }

  function onStarted(progress: Progress): void {
    happened({ type: 'progressed', id: state.current, progress });
    focusOn('run');
  }

  return (
    <Ready
      start={state.start}
      {...{ saved, trial, scope, round, returns }}
      busy={isRunning(state)}
      onScope={setScope}
      onOpen={() => happened({ type: 'opened' })}
      onMend={onMend}
      onConnect={connect}
      onBalance={setBalance}
      onStarted={onStarted}
      onWritten={recount}
    >
      <LastRun page={page} />
      <ByItself page={page} saved={saved} canStart={canStart} onStarted={onStarted} />
      <AboutRowSection news={newsIn(page)} {...{ saved, onStarted, canStart }} />
      <AllRuns page={page} />
      {children}
    </Ready>
  );
}

/** Changes when answers were written or cleared, here or by others: what was told of rows and runs is told anew. */
function newsIn({ state, round }: Page): string {
  return `${round} ${newlyEnded(state)} ${state.start?.stamp}`;
}

/** The last run, folded; nothing where it stands on top, or never was. */
function LastRun({ page }: Pick<OnViewProps, 'page'>) {
  const run = runIn(page.state);
  if (!run || isOnTop(page.state)) return null;
  return (
    <Folded title="Last run" words={headline(run, Date.now())}>
      <RunOnView page={page} />
    </Folded>
  );
}

interface ByItselfProps extends Pick<OnViewProps, 'page'> {
  readonly saved: Saved;
  readonly canStart: boolean;
  readonly onStarted: (progress: Progress) => void;
}

/** When it is refreshed by itself. */
function ByItself({ page, saved, canStart, onStarted }: ByItselfProps) {
  const { state, happened, read } = page;
  const { rows = 0, key = '' } = state.start ?? {};

  /** When it last started is another time now. */
  function begun(progress: Progress): void {
    onStarted(progress);
    read();
  }
  return (
    <Refresh
      about={{ saved, rows }}
      ownKey={key}
      canStart={canStart}
      onScheduled={(refreshing) => happened({ type: 'scheduled', id: saved.id, refreshing })}
      onStarted={begun}
    />
  );
}

/** All runs of the sheet; nothing where there never was one. */
function AllRuns({ page }: Pick<OnViewProps, 'page'>) {
  const { state, recount, read } = page;
  const all = Object.values(state.runs);
  if (!state.start || all.length === 0) return null;

  /** Of a last run something else is left now than this page was told. */
  function onUndone(undone: string): void {
    recount();
    if (all.some(({ run }) => run === undone)) read();
  }
  return <PastRunsSection sheetId={state.start.sheetId} news={newsIn(page)} onUndone={onUndone} />;
}

/** The run of the enrichment on view; nothing where it never ran. */
export function RunOnView({ page }: Pick<OnViewProps, 'page'>) {
  const { state, happened, looking, working, onProgress, setScope, recount, focusOn } = page;
  const saved = savedIn(state);
  const run = runIn(state);
  if (!run || !saved) return null;

  function onRetry(): void {
    happened({ type: 'closed' });
    setScope('failed');
    focusOn('rows');
  }
  return (
    <Run
      progress={run}
      saved={saved}
      looking={looking}
      working={working}
      onProgress={onProgress}
      onRetry={onRetry}
      onUndone={recount}
    />
  );
}
