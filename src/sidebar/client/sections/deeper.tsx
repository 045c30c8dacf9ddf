/** What is asked where nothing is found: further steps, behind how deep it is asked first. */

import { stepChoices, withStep } from '../model/deeper';
import type { Form } from '../model/form';
import { Check } from '../parts/choices';
import { useMark } from '../parts/marks';
import { Hint } from '../parts/messages';

interface DeeperProps {
  readonly form: Form;
  readonly onEdit: (form: Form) => void;
}

/** The choices; nothing where there is no deeper way. */
export function Deeper({ form, onEdit }: DeeperProps) {
  const { refused, edited } = useMark('steps');
  const choices = stepChoices(form);
  if (choices.length === 0) return null;
  return (
    <fieldset id="steps" tabIndex={-1} class="field">
      <legend class="caption">If nothing is found, ask deeper</legend>
      {choices.map(({ step, label, chosen }) => (
        <Check
          key={label}
          label={label}
          checked={chosen}
          onCheck={(next) => {
            edited();
            onEdit(withStep(form, step, next));
          }}
        />
      ))}
      {refused && <p class="alert">{refused}</p>}
      {choices.some(({ chosen }) => chosen) && (
        <Hint>
          Only for rows that got nothing. Answered rows stay as they are, also when you add a step later.
        </Hint>
      )}
    </fieldset>
  );
}
