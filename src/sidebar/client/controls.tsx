/** The labelled controls that every part of the form is made of: each with its label above and its hint tied to it. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** Preact types an input by its literal type, so that each has an object of its own to spread. */
const INPUTS = {
  text: { type: 'text' },
  password: { type: 'password' },
  date: { type: 'date' },
  number: { type: 'number', min: 1 },
} as const;

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly hint?: ComponentChildren;
  readonly type?: keyof typeof INPUTS;
  /** More than one makes it a box for several lines. */
  readonly rows?: number;
  readonly placeholder?: string;
  readonly id?: string;
}

/** A line or a box of text. */
export function TextField({ label, value, onText, hint, type = 'text', rows = 1, ...rest }: TextFieldProps) {
  const made = useId();
  const id = rest.id ?? made;
  const shared = {
    id,
    value,
    placeholder: rest.placeholder,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    autocomplete: 'off' as const,
    spellcheck: rows > 1,
    onInput: (event: { currentTarget: { value: string } }) => onText(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {rows > 1 ? <textarea {...shared} rows={rows} /> : <input {...shared} {...INPUTS[type]} />}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** A value, its words, and where useful what it means and what it costs. */
export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
  /** Shown at the right. */
  readonly aside?: string | undefined;
}

interface PickProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onPick: (value: T) => void;
}

/** One of a few, in a list that opens. */
export function Select<T extends string>({ label, options, value, onPick }: PickProps<T>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
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

/** One of a few, all on view. `tabs` puts them side by side; `labelled` shows the label where the heading above is not enough. */
export function Choices<T extends string>(
  props: PickProps<T> & { readonly tabs?: boolean; readonly labelled?: boolean },
) {
  const name = useId();
  return (
    <fieldset class={props.tabs ? 'tabs' : 'choices'}>
      <legend class={props.labelled ? 'caption' : 'unseen'}>{props.label}</legend>
      {props.options.map((option) => (
        <Choice
          key={option.value}
          name={name}
          option={option}
          checked={option.value === props.value}
          onPick={() => props.onPick(option.value)}
        />
      ))}
    </fieldset>
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
      <input type="radio" name={name} checked={checked} onChange={onPick} {...described(id)} />
      <ChoiceText id={id} {...option} />
    </label>
  );
}

/** Read out as a short name first and the rest after it. */
function described(id: string): { 'aria-labelledby': string; 'aria-describedby': string } {
  return { 'aria-labelledby': `${id}-name`, 'aria-describedby': `${id}-aside ${id}-hint` };
}

function ChoiceText({ id, label, aside, hint }: Omit<Option<string>, 'value'> & { readonly id: string }) {
  return (
    <>
      <span class="label" id={`${id}-name`}>
        {label}
      </span>
      {aside && (
        <span class="aside" id={`${id}-aside`}>
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
        {...described(id)}
      />
      <ChoiceText id={id} {...text} />
    </label>
  );
}
