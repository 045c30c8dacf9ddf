/** The open form: what to ask and what a try of it brought, how deep, what comes back, where to look; and below it Save and Try one row. */
import type { ComponentChildren } from 'preact';
import type { Saved } from '../protocol';
import { NO_FAULT } from './calls/call';
import type { Calling } from './calls/use-call';
import type { Keeping } from './calls/use-drafts';
import type { Trial } from './calls/use-trial';
import { addedLine, notTakenIn } from './model/added';
import { boxOf } from './model/boxes';
import { columnsFor } from './model/fills';
import type { Form } from './model/form';
import { named } from './model/name';
import { closedNames, columnsOfOthers, faultInNames, seenBy } from './model/own-columns';
import { baseRevision, type Done, formIn, isChanged, othersIn, type State } from './model/state';
import { Marked } from './parts/marks';
import { Hint } from './parts/messages';
import { ComesBack } from './sections/comes-back';
import { DepthSection } from './sections/depth';
import { Name } from './sections/name';
import { OnlyIf } from './sections/only-if';
import { Question } from './sections/question';
import { Save, saveForm, tryOne } from './sections/save';
import { Scope } from './sections/scope';
import { TrialSection } from './sections/trial';

interface EditorProps {
  readonly state: State;
  readonly saved: Saved | undefined;
  readonly saving: Calling;
  readonly trial: Trial;
  /** Whether its run is going on. */
  readonly busy: boolean;
  /** How safe the edits are. */
  readonly keeping: Keeping;
  readonly onEdit: (form: Form) => void;
  readonly onSaved: (done: Done) => void;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
  /** What stands above the buttons. */
  readonly children: ComponentChildren;
}

/** The form. Opened by a press of Edit, it takes the focus, since that button is gone. */
export function Editor({ state, trial, onEdit, children, ...rest }: EditorProps) {
  const form = formIn(state);
  const { saved, saving } = rest;
  const { start, columns, others, empty } = around(state, saved);
  const taken = [...others, ...columns];
  const fields = { form, taken: closedNames(form, columns, saved), empty, onEdit };
  const isSaving = boxOf(saving.fault, form.fields) !== '';
  const fault = isSaving ? saving.fault : trial.fault;
  const box = boxOf(fault, form.fields);
  const tryIt = (): void => tryOne(form, start, trial, faultInNames(form, { others, columns }, saved));
  const edited = { form, taken, start, changed: isChanged(state), revision: baseRevision(state) };
  const notIn = notTakenIn(form, saved);
  const bar = { ...rest, ...edited, trial, onEdit, onTry: tryIt };
  return (
    <Marked fault={fault} box={box} onClear={isSaving ? saving.clear : trial.clear}>
      <Question {...fields} start={start} focused={state.opened} />
      <TrialSection
        trial={isSaving ? trial : besides(trial, box)}
        saved={isChanged(state) ? undefined : saved}
        onAgain={tryIt}
      />
      <DepthSection form={form} onEdit={onEdit} />
      <ComesBack {...fields} added={addedLine(named(form, taken), saved)} />
      {notIn && <Hint>{notIn}</Hint>}
      <Scope form={form} onEdit={onEdit} />
      <OnlyIf form={form} headings={start?.headings ?? []} onEdit={onEdit} />
      <Name
        form={form}
        others={others}
        columns={columns}
        isSaved={saved !== undefined}
        onEdit={onEdit}
        onEnter={() => saveForm(bar)}
      />
      {children}
      <Save {...bar} />
    </Marked>
  );
}

/** The sheet as the enrichment sees it, the columns that it may fill, and the names that others have. */
function around(state: State, saved: Saved | undefined) {
  const { start } = state;
  const seen = start && seenBy(start, saved);
  return {
    start: seen,
    empty: columnsFor(formIn(state), seen),
    columns: start ? columnsOfOthers(start, saved) : [],
    others: othersIn(state).map(({ name }) => name),
  };
}

/** What there is to show of a trial besides what a box says of it. */
function besides(trial: Trial, box: string): Trial {
  if (box === '') return trial;
  return { ...trial, fault: NO_FAULT, open: trial.pending || trial.tried !== undefined };
}
