/** The bar below the form: save, try one row, go back to what is saved. */
import type { Saved, Start } from '../../protocol';
import { NO_FAULT } from '../calls/call';
import type { Calling } from '../calls/use-call';
import type { Keeping } from '../calls/use-drafts';
import type { Trial } from '../calls/use-trial';
import { besideBoxes } from '../model/boxes';
import { saveLabel } from '../model/chain-starters';
import { draftOf, type Form } from '../model/form';
import { faultIn, priceLine } from '../model/look';
import { named } from '../model/name';
import type { Done } from '../model/state';
import { Button, TextButton } from '../parts/buttons';
import { Foot } from '../parts/foot';
import { FaultNote, Hint, Status } from '../parts/messages';

interface SaveProps {
  readonly form: Form;
  /** What the sheet's other enrichments are called. */
  readonly taken: readonly string[];
  /** The enrichment as it is saved; undefined for a new one. */
  readonly saved: Saved | undefined;
  /** Whether the form differs from what is saved. */
  readonly changed: boolean;
  /** The revision that the edits were begun from. */
  readonly revision: string;
  /** How safe the edits are. */
  readonly keeping: Keeping;
  readonly start: Start | undefined;
  /** Whether its run is going on: what it asks stays as it is until then. */
  readonly busy: boolean;
  readonly saving: Calling;
  readonly trial: Trial;
  readonly onEdit: (form: Form) => void;
  readonly onTry: () => void;
  readonly onSaved: (done: Done) => void;
  /** Back to what is saved, edits and all. */
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

/** The bar. */
export function Save(props: SaveProps) {
  const { form, changed, saving } = props;
  const save = (force: boolean): void => saveForm(props, force);

  return (
    <Foot>
      <FaultNote fault={besideBoxes(saving.fault, form.fields)} onAgain={() => save(false)}>
        {saving.fault.code === 'changed-meanwhile' && (
          <Disagreement onMine={() => save(true)} onTheirs={props.onDiscard} />
        )}
      </FaultNote>
      {(changed || form.id !== '') && (
        <div class="row apart">
          <State {...props} />
          <TextButton
            label={changed ? 'Discard changes' : 'Close'}
            onPress={changed ? props.onDiscard : props.onClose}
          />
        </div>
      )}
      {props.busy && <Hint>It is running: changes can be saved when it has ended.</Hint>}
      <Buttons {...props} onSave={() => save(false)} />
    </Foot>
  );
}

/** Saves the form as it stands, unless its run is on; `force`, over what somebody else has saved meanwhile. */
export function saveForm(props: Omit<SaveProps, 'keeping' | 'changed'>, force = false): void {
  const { form, taken, start, busy, saving, trial, revision, onEdit, onSaved } = props;
  if (busy) return;
  const wrong = faultIn(form, start);
  trial.clear();
  if (wrong.sentence || !start) {
    saving.fail(wrong);
    return;
  }
  // The name that is seen is the name that it gets.
  const called = named(form, taken);
  if (called !== form) onEdit(called);
  const { sheetId } = start;
  const argument = { sheetId, draft: draftOf(called), revision, force };
  void saving.ask('save', argument, (result) => onSaved({ sheetId, form: called, ...result }));
}

/** Save and Try one row, with what one row and all of them cost. */
function Buttons(props: SaveProps & { readonly onSave: () => void }) {
  const { form, start, busy, saving, trial, onSave } = props;
  const price = priceLine(form, start?.rows ?? 0);
  const tryIt = (): void => {
    saving.clear();
    props.onTry();
  };
  return (
    <div class="row">
      <Button
        primary={start?.key !== ''}
        label={saveLabel(form)}
        pending={saving.pending}
        off={busy}
        onPress={onSave}
      />
      <Button id="try" label="Try one row" pending={trial.pending} onPress={tryIt} />
      {price && <span class="hint price">{form.follows ? `This one: ${price}` : price}</span>}
    </div>
  );
}

/** Asks one row by the form as it stands; it need not be saved, but what Save would refuse in its names is not paid for. */
export function tryOne(form: Form, start: Start | undefined, trial: Trial, names = NO_FAULT): void {
  const asked = faultIn(form, start);
  const wrong = asked.sentence ? asked : names;
  if (wrong.sentence || !start) trial.fail(wrong);
  else trial.start(start.sheetId, draftOf({ ...form, name: form.name.trim() || 'Answer' }));
}

/** How safe the edits are; read out only where they are not, since it changes with every pause in typing. */
function State({ changed, keeping: { said, failed } }: SaveProps) {
  const words = changed && <Hint>{said}</Hint>;
  return (
    <div class="stack">
      <Status>{failed && words}</Status>
      {!failed && words}
    </div>
  );
}

function Disagreement({ onMine, onTheirs }: { readonly onMine: () => void; readonly onTheirs: () => void }) {
  return (
    <>
      <TextButton label="Save mine anyway" onPress={onMine} />
      <TextButton label="Discard mine and take theirs" onPress={onTheirs} />
    </>
  );
}
