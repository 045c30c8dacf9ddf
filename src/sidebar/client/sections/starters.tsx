/** Starter templates: a press fills in the form, and a second one takes that back. */
import { useState } from 'preact/hooks';
import type { EmptyColumn } from '../../../enrichment/empty-columns';
import type { Start } from '../../protocol';
import { startChain } from '../model/chain-starters';
import { type Form, templateOf } from '../model/form';
import { CHAINS, STARTERS } from '../model/starter-texts';
import { startFrom } from '../model/starters';
import { TextButton } from '../parts/buttons';
import { Hint, Status } from '../parts/messages';
import { Paste } from './paste';

interface StartersProps {
  readonly form: Form;
  /** Undefined while the sheet is not known. */
  readonly start: Start | undefined;
  /** The columns that its outputs may fill. */
  readonly empty: readonly EmptyColumn[];
  readonly onEdit: (form: Form) => void;
}

/** What a press has done. */
interface Filled {
  readonly label: string;
  readonly before: Form;
  readonly after: Form;
}

/** The list, open at first where nothing is asked yet; it does not fold under the fingers of who begins to write. */
export function Starters({ form, start, empty, onEdit }: StartersProps) {
  const [open] = useState(templateOf(form) === '');
  const [filled, setFilled] = useState<Filled>();

  function fillIn(label: string, after: Form): void {
    setFilled({ label, before: form, after });
    onEdit(after);
  }

  return (
    <details class="starters" open={open}>
      <summary>Start from a template</summary>
      <Jobs {...{ form, start, empty }} onFill={fillIn} />
      <Status>{filled && <Hint>Filled in: {filled.label}.</Hint>}</Status>
      {filled?.after === form && (
        <TextButton
          label="Take it back"
          onPress={() => {
            document.getElementById('question')?.focus();
            onEdit(filled.before);
            setFilled(undefined);
          }}
        />
      )}
      {start && form.id === '' && <Paste start={start} onEdit={onEdit} />}
    </details>
  );
}

interface JobsProps extends Omit<StartersProps, 'onEdit'> {
  readonly onFill: (label: string, form: Form) => void;
}

/** The templates: those of one enrichment and, for a new one, those of several. */
function Jobs({ form, start, empty, onFill }: JobsProps) {
  const headings = start?.headings ?? [];
  return (
    <>
      <ul class="chips" aria-label="Templates">
        {STARTERS.map((starter) => (
          <Job
            key={starter.label}
            label={starter.label}
            onPress={() => onFill(starter.label, startFrom(starter, form, headings, empty))}
          />
        ))}
      </ul>
      {form.id === '' && (
        <>
          <Hint>One after the other, each from what the one before finds:</Hint>
          <ul class="chips" aria-label="Templates of several enrichments">
            {CHAINS.map((chain) => (
              <Job
                key={chain.label}
                label={chain.label}
                onPress={() => onFill(chain.label, startChain(chain, headings, empty))}
              />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Job({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <li>
      <button type="button" onClick={onPress}>
        {label}
      </button>
    </li>
  );
}
