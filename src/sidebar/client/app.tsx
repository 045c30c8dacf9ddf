/** The whole sidebar: it holds the state, and each section shows a part of it. */
import { useEffect, useReducer } from 'preact/hooks';
import { Account } from './account';
import { ComesBack } from './comes-back';
import { DepthSection } from './depth';
import { Enrichment } from './enrichment';
import type { Form } from './form';
import { Alert, TextButton } from './parts';
import { Question } from './question';
import { Save } from './save';
import { Scope } from './scope';
import { formIn, INITIAL, isChanged, next } from './state';
import { useCall } from './use-call';

/** The sidebar. The form can be used while the server is still being asked. */
export function App() {
  const [state, happened] = useReducer(next, INITIAL);
  const { fault, ask } = useCall();
  const { start } = state;
  const form = formIn(state);
  const onEdit = (edited: Form) => happened({ type: 'edited', form: edited });
  const read = () => void ask('start', null, (answer) => happened({ type: 'read', start: answer }));
  useEffect(read, []); // Once, when the page opens.

  function onSaved(saved: Form, id: string): void {
    happened({ type: 'saved', form: saved, id });
    read(); // Saving made columns, and a question may name them.
  }

  return (
    <>
      <h1 class="unseen">Enrich with Linkup</h1>
      <div class="stack top">
        <Alert sentence={fault} />
        {fault && <TextButton label="Try again" onPress={read} />}
      </div>
      <Account
        hint={start?.key}
        failed={fault !== ''}
        onKey={(key) => happened({ type: 'key-changed', key })}
      />
      <Enrichment
        start={start}
        failed={fault !== ''}
        form={form}
        onEdit={onEdit}
        onChoose={(id) => happened({ type: 'chosen', id })}
        onRefresh={read}
      />
      <Question form={form} headings={start?.headings} onEdit={onEdit} />
      <DepthSection form={form} onEdit={onEdit} />
      <ComesBack form={form} onEdit={onEdit} />
      <Scope form={form} onEdit={onEdit} />
      <Save form={form} changed={isChanged(state)} start={start} onSaved={onSaved} />
    </>
  );
}
