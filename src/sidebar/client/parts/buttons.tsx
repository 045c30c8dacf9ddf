/** Buttons: the ones that do something, quiet ones that look like links, and small ones with a sign. */
import { hasJustCome, PENDING } from './settling';

interface ButtonProps {
  readonly id?: string;
  readonly label: string;
  /** The id of what there is to say about it. */
  readonly about?: string;
  /** While its call runs. */
  readonly pending?: boolean;
  /** Nothing to do at the moment; why stands beside it. */
  readonly off?: boolean;
  readonly primary?: boolean;
  readonly submit?: boolean;
  readonly onPress?: () => void;
}

/** A button. While pending or off it stays focusable, so that the keyboard does not lose its place; pressing it does nothing. */
export function Button(props: ButtonProps) {
  const { id, label, about, pending = false, off = false, primary, submit, onPress } = props;
  const idle = pending || off;
  return (
    <button
      id={id}
      type={submit ? 'submit' : 'button'}
      class={primary ? 'primary' : ''}
      aria-disabled={idle}
      aria-describedby={about || undefined}
      onClick={(event) => {
        // Not even the second half of a double click shall meet another button that has come to stand here.
        if (event.detail > 1 || idle || (event.detail > 0 && hasJustCome())) event.preventDefault();
        else onPress?.();
      }}
    >
      {pending ? PENDING : label}
    </button>
  );
}

interface TextButtonProps {
  readonly id?: string;
  readonly label: string;
  /** What it is about, for who does not see where it stands. */
  readonly about?: string;
  readonly expanded?: boolean;
  readonly onPress: () => void;
}

/** A button that looks like a link, for what is done rarely. */
export function TextButton({ id, label, about, expanded, onPress }: TextButtonProps) {
  return (
    <button id={id} type="button" class="text" aria-expanded={expanded} onClick={onPress}>
      {label}
      {about && <span class="unseen"> {about}</span>}
    </button>
  );
}

interface ToolProps {
  readonly id?: string;
  readonly sign: string;
  readonly label: string;
  /** Nothing to do here. It stays focusable, so that a field can be moved to the end and back by keyboard. */
  readonly off?: boolean;
  readonly expanded?: boolean;
  readonly onPress: () => void;
}

/** A small button with a sign; its label is read out and shown on pointing. */
export function Tool({ id, sign, label, off = false, expanded, onPress }: ToolProps) {
  return (
    <button
      id={id}
      type="button"
      class="tool"
      aria-label={label}
      title={label}
      aria-disabled={off}
      aria-expanded={expanded}
      onClick={onPress}
    >
      {sign}
    </button>
  );
}
