/** What the question asks for, offered in one press: as a column for each field that it lists, or in the empty column that is called like its one answer. */
import type { EmptyColumn } from '../../../enrichment/empty-columns';
import { useFocus } from '../calls/use-focus';
import { called } from '../model/field-fills';
import { answerIn, answersNamesake } from '../model/fills';
import type { Form } from '../model/form';
import { nameFor } from '../model/name';
import { fillLabel, suggestedFor, withFields } from '../model/suggest-fields';
import { TextButton } from '../parts/buttons';
import { Status } from '../parts/messages';

interface SuggestedProps {
  readonly form: Form;
  /** What no field may be called. */
  readonly taken: readonly string[];
  /** The columns that its outputs may fill. */
  readonly empty: readonly EmptyColumn[];
  readonly onEdit: (form: Form) => void;
}

/** The offer; nothing where the question asks for one thing that no column waits for, or its fields are there. */
export function Suggested({ form, taken, empty, onEdit }: SuggestedProps) {
  // What is called like an empty column fills it.
  const fields = suggestedFor(
    form,
    taken.filter((heading) => !called(heading, empty)),
  );
  const focusOn = useFocus();
  const fill = (): void => {
    focusOn('comes-back');
    onEdit(withFields(form, fields, empty));
  };
  const column = answersNamesake(form, form.name.trim() || nameFor(form, []), empty);
  const fillOne = (): void => {
    focusOn('comes-back');
    onEdit(answerIn(form, column));
  };
  return (
    <Status>
      {fields.length > 0 && <TextButton label={fillLabel(fields)} onPress={fill} />}
      {column && fields.length === 0 && (
        <TextButton label={`Fill your empty column “${column.heading}”`} onPress={fillOne} />
      )}
    </Status>
  );
}
