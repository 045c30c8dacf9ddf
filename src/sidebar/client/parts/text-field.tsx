/** A line or a box of text with its label above and its hint tied to it. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useMark } from './marks';

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
  /** Enter in a box of one line. */
  readonly onEnter?: () => void;
  readonly hint?: ComponentChildren;
  readonly type?: keyof typeof INPUTS;
  /** More than one makes it a box for several lines. */
  readonly rows?: number;
  readonly placeholder?: string;
  /** The keyboard that a touch screen shows. */
  readonly inputMode?: 'decimal';
  readonly id?: string;
  /** The label stands beside a short box. */
  readonly beside?: boolean;
  /** What is wrong with what is written; '' for nothing. */
  readonly fault?: string;
  /** What stands in it, or beside it, says enough to the eye. */
  readonly unlabelled?: boolean;
}

/** A line or a box of text. */
export function TextField({ label, value, onText, hint, type = 'text', rows = 1, ...rest }: TextFieldProps) {
  const made = useId();
  const id = rest.id ?? made;
  const { refused, edited } = useMark(id);
  const fault = refused || rest.fault;
  const shared = {
    id,
    value,
    placeholder: rest.placeholder,
    inputMode: rest.inputMode,
    'aria-describedby': fault ? `${id}-fault` : hint ? `${id}-hint` : undefined,
    'aria-invalid': fault ? true : undefined,
    autocomplete: 'off' as const,
    spellcheck: rows > 1,
    onInput: (event: { currentTarget: { value: string } }) => {
      edited();
      onText(event.currentTarget.value);
    },
    onKeyDown: (event: KeyboardEvent) => isEnter(event) && rows === 1 && rest.onEnter?.(),
  };
  return (
    <div class={rest.beside ? 'beside' : 'field'}>
      <label for={id} class={rest.unlabelled ? 'unseen' : ''}>
        {label}
      </label>
      {rows > 1 ? <textarea {...shared} rows={rows} /> : <input {...shared} {...INPUTS[type]} />}
      {fault && (
        <p class="alert" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Enter that ends a word in another script is none. */
function isEnter({ key, isComposing }: KeyboardEvent): boolean {
  return key === 'Enter' && !isComposing;
}
