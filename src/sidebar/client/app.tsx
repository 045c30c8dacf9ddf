/** The whole sidebar: it holds the state, and each part shows some of it. */
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Progress, Scope } from '../protocol';
import { call } from './calls/call';
import { useCall } from './calls/use-call';
import { useDrafts } from './calls/use-drafts';
import { useProgress } from './calls/use-progress';
import { useTrial } from './calls/use-trial';
import { Editor } from './editor';
import { duplicateOf, type Form, formOf } from './model/form';
import { headline } from './model/run-words';
import { isLive } from './model/runs';
import { formIn, INITIAL, isEditing, next, wasWatched } from './model/state';
import { FaultNote, Note, waysOn } from './parts/messages';
import { Folded } from './parts/section';
import { Ready } from './ready';
import { Account } from './sections/account';
import { Enrichment } from './sections/enrichment';
import { Run } from './sections/run';

/** The sidebar. The form can be used while the server is still being asked. */
export function App() {
  const [state, happened] = useReducer(next, INITIAL);
  const { start, current, runs } = state;
  const reading = useCall(true);
  const saving = useCall();
  const trial = useTrial(start?.sheetId);
  const [balance, setBalance] = useState<number>();
  const [keyWanted, wantKey] = useState(0);
  const [scope, setScope] = useState<Scope>('fill');
  const [round, setRound] = useState(0);
  const keeping = useDrafts(state);
  const late = useProgress(runs, onProgress);
  const focusOn = useFocus();

  const read = () => void reading.ask('start', null, (answer) => happened({ type: 'read', start: answer }));
  const connect = () => wantKey((n) => n + 1);
  Object.assign(waysOn, { connect, read });
  useEffect(read, []); // Once, when the page opens.
  useEffect(readBalance, [start?.key]);

  function readBalance(): void {
    if (!start?.key) return;
    void call('balance', null).then((reply) => reply.ok && setBalance(reply.result.balance));
  }

  function onProgress(id: string, progress: Progress | null): void {
    happened({ type: 'progressed', id, progress });
  }

  function onSaved(form: Form, id: string, revision: string): void {
    happened({ type: 'saved', form, id, revision });
    focusOn('ready');
    read(); // Saving made columns, and a question may name them.
  }

  function onDiscard(): void {
    happened({ type: 'discarded' });
    saving.fail('');
    focusOn(current === '' ? 'name' : 'ready');
    read(); // What is shown instead may have been saved by somebody else.
  }

  function choose(id: string): void {
    happened({ type: 'chosen', id });
    saving.fail('');
    trial.close();
    setScope('fill');
  }

  const form = formIn(state);
  const editing = isEditing(state);
  const saved = start?.enrichments.find(({ id }) => id === current);
  const run = runs[current];
  const onTop = run !== undefined && (isLive(run) || wasWatched(state, run));

  const runView = run && saved && (
    <Run
      progress={run}
      name={saved.name}
      late={late}
      onProgress={onProgress}
      onRetry={() => {
        happened({ type: 'closed' });
        setScope('failed');
        focusOn('rows');
      }}
      onUndone={() => setRound((n) => n + 1)}
    />
  );

  return (
    <>
      <h1 class="unseen">Enrich with Linkup</h1>
      <FaultNote fault={reading.fault} onAgain={read} />
      {start?.unreadable.map((sentence) => (
        <Note key={sentence}>{sentence}</Note>
      ))}
      {onTop && runView}
      <Account
        hint={start?.key}
        balance={balance}
        wanted={keyWanted}
        onKey={(key, left) => {
          setBalance(left);
          happened({ type: 'key-changed', key });
          if (reading.pending) read(); // The answer under way may not know of it.
        }}
      />
      <Enrichment
        start={start}
        failed={reading.fault.sentence !== ''}
        form={form}
        saved={saved}
        editing={editing}
        onOpen={() => happened({ type: 'opened' })}
        running={Object.values(runs)
          .filter(isLive)
          .map(({ id }) => id)}
        unsaved={Object.keys(state.edited)}
        onEdit={(edited) => happened({ type: 'edited', form: edited })}
        onChoose={choose}
        onCopy={() => {
          trial.close();
          if (saved) happened({ type: 'copied', form: duplicateOf(formOf(saved)) });
        }}
        onRemoved={(id) => {
          trial.close();
          happened({ type: 'removed', id });
          read();
        }}
        onRefresh={read}
      />
      {editing || !start || !saved ? (
        <Editor
          key={current}
          state={state}
          saved={saved}
          saving={saving}
          trial={trial}
          keeping={keeping}
          onEdit={(edited) => happened({ type: 'edited', form: edited })}
          onSaved={onSaved}
          onDiscard={onDiscard}
          onClose={() => {
            happened({ type: 'closed' });
            focusOn('ready');
          }}
        />
      ) : (
        <Ready
          key={current}
          start={start}
          saved={saved}
          trial={trial}
          scope={scope}
          round={round}
          busy={run !== undefined && isLive(run)}
          onScope={setScope}
          onOpen={() => happened({ type: 'opened' })}
          onConnect={connect}
          onBalance={setBalance}
          onStarted={(progress) => {
            happened({ type: 'progressed', id: current, progress });
            focusOn('run');
          }}
        >
          {!onTop && run && (
            <Folded title="Last run" words={headline(run, Date.now())}>
              {runView}
            </Folded>
          )}
        </Ready>
      )}
    </>
  );
}

/** Puts the focus on a part of the page once it is there: the button that led to it is gone by then. */
function useFocus(): (id: string) => void {
  const wanted = useRef('');
  useEffect(() => {
    const element = wanted.current && document.getElementById(wanted.current);
    if (!element) return;
    wanted.current = '';
    element.focus();
  });
  return (id) => {
    wanted.current = id;
  };
}
