/** Fields that the question lists, offered as columns in one press. */
import { useFocus } from '../calls/use-focus';
import type { Form } from '../model/form';
import { fillLabel, suggestedFor, withFields } from '../model/suggest-fields';
import { TextButton } from '../parts/buttons';
import { Status } from '../parts/messages';

interface SuggestedProps {
  readonly form: Form;
  /** What no field may be called. */
  readonly taken: readonly string[];
  readonly onEdit: (form: Form) => void;
}

/** The offer; nothing where the question asks for one thing, or its fields are there. */
export function Suggested({ form, taken, onEdit }: SuggestedProps) {
  const fields = suggestedFor(form, taken);
  const focusOn = useFocus();
  const fill = (): void => {
    focusOn('comes-back');
    onEdit(withFields(form, fields));
  };
  return <Status>{fields.length > 0 && <TextButton label={fillLabel(fields)} onPress={fill} />}</Status>;
}
