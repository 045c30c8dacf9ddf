/** Fields that the question lists, offered as columns in one press. */
import { count } from '../../../enrichment/amounts';
import { useFocus } from '../calls/use-focus';
import type { Form } from '../model/form';
import { suggestedFor, withFields } from '../model/suggest-fields';
import { TextButton } from '../parts/buttons';
import { Status } from '../parts/messages';

interface SuggestedProps {
  readonly form: Form;
  readonly onEdit: (form: Form) => void;
}

/** The offer; nothing where the question asks for one thing, or its fields are there. */
export function Suggested({ form, onEdit }: SuggestedProps) {
  const fields = suggestedFor(form);
  const focusOn = useFocus();
  const fill = (): void => {
    focusOn('comes-back');
    onEdit(withFields(form, fields));
  };
  const names = fields.map(({ name }) => name).join(', ');
  return (
    <Status>
      {fields.length > 0 && (
        <TextButton label={`Fill ${count(fields.length, 'column')}: ${names}`} onPress={fill} />
      )}
    </Status>
  );
}
