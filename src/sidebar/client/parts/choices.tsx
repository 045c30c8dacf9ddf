/** One of a few: in a list that opens, as radio buttons on view, or as pills; and a box to tick. */
import { useId } from 'preact/hooks';

/** A value, its words, and where useful what it means and what it costs. */
export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
  /** Shown at the right. */
  readonly aside?: string | undefined;
  /** How many it is about: a figure beside its words, and the words by which it is read out. */
  readonly number?: { readonly shown: string; readonly spoken: string } | undefined;
}

interface PickProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onPick: (value: T) => void;
}

/** One of a few, in a list that opens; `unlabelled` where the heading above says enough to the eye. */
export function Select<T extends string>(props: PickProps<T> & { readonly unlabelled?: boolean }) {
  const { label, options, value, onPick, unlabelled } = props;
  const id = useId();
  return (
    <div class="field">
      <label for={id} class={unlabelled ? 'unseen' : ''}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const picked = options[currentTarget.selectedIndex];
          if (picked) onPick(picked.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ChoicesProps<T extends string> extends PickProps<T> {
  /** Small and side by side; what the chosen one means stands below. */
  readonly pills?: boolean;
  /** Shows the label, where the heading above is not enough. */
  readonly labelled?: boolean;
  /** The id of what is wrong with the choice, where something is. */
  readonly refused?: string | undefined;
}

/** One of a few, all on view. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const name = useId();
  return (
    <div
      class={props.pills ? 'pills' : 'choices'}
      role="radiogroup"
      aria-labelledby={`${name}-label`}
      aria-invalid={props.refused ? true : undefined}
      aria-describedby={props.refused}
    >
      <p id={`${name}-label`} class={props.labelled ? 'caption' : 'unseen'}>
        {props.label}
      </p>
      {props.options.map((option) => (
        <Choice
          key={option.value}
          name={name}
          option={option}
          checked={option.value === props.value}
          onPick={() => props.onPick(option.value)}
        />
      ))}
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly option: Option<string>;
  readonly checked: boolean;
  readonly onPick: () => void;
}

function Choice({ name, option, checked, onPick }: ChoiceProps) {
  const id = useId();
  return (
    <label class="choice">
      <input type="radio" name={name} checked={checked} onChange={onPick} {...described(id, option)} />
      <ChoiceText id={id} {...option} />
    </label>
  );
}

/** Read out as a short name first and the rest after it: "To fill, 60 rows" where the eye sees "To fill 60". */
function described(id: string, { label, number }: Pick<Option<string>, 'label' | 'number'>) {
  const rest = { 'aria-describedby': `${id}-aside ${id}-hint` };
  if (number === undefined) return { 'aria-labelledby': `${id}-name`, ...rest };
  return { 'aria-label': `${label}, ${number.spoken}`, ...rest };
}

function ChoiceText({
  id,
  label,
  aside,
  hint,
  number,
}: Omit<Option<string>, 'value'> & { readonly id: string }) {
  return (
    <>
      <span id={`${id}-name`}>
        {label}
        {number && <span class="number">{number.shown}</span>}
      </span>
      {aside && (
        <span class="hint aside" id={`${id}-aside`}>
          {aside}
        </span>
      )}
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </>
  );
}

interface CheckProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
}

/** A box to tick. */
export function Check({ checked, onCheck, ...text }: CheckProps) {
  const id = useId();
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onCheck(event.currentTarget.checked)}
        {...described(id, text)}
      />
      <ChoiceText id={id} {...text} />
    </label>
  );
}
