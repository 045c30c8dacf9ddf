/** A control for one option of the chosen task type, in a line where it stands: a box to tick, or one of a few with what each takes and costs. */
import { type Form, type OptionName, optionOf, withOption } from '../model/form';
import { timeAndPrice } from '../model/look';
import { Check, Choices, type Option } from '../parts/choices';

interface OptionProps {
  readonly form: Form;
  readonly option: OptionName;
  readonly label: string;
  readonly onEdit: (form: Form) => void;
}

/** A box to tick. */
export function Tick({ form, option, onEdit, ...text }: OptionProps & { readonly hint?: string }) {
  return (
    <Check
      {...text}
      checked={optionOf(form, option) === true}
      onCheck={(isOn) => onEdit(withOption(form, option, isOn))}
    />
  );
}

interface PricedProps extends OptionProps {
  /** The first counts where nothing is chosen. */
  readonly options: readonly Option<string>[];
  readonly labelled?: boolean;
}

/** One of a few, each with the time that a row usually takes and what it costs if it were chosen. */
export function Priced({ form, option, options, onEdit, ...shown }: PricedProps) {
  const having = (value: string): Form => withOption(form, option, value);
  return (
    <Choices
      {...shown}
      options={options.map((each) => ({ ...each, aside: timeAndPrice(having(each.value)) }))}
      value={String(optionOf(form, option) ?? options[0]?.value)}
      onPick={(value) => onEdit(having(value))}
    />
  );
}
