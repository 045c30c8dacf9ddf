/** Headed sections, messages and buttons. */
import type { ComponentChildren } from 'preact';

/** One step of the form under its heading. */
export function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class="section">
      <legend>
        <h2>{title}</h2>
      </legend>
      {children}
    </fieldset>
  );
}

/** What went wrong, read out at once; nothing for ''. */
export function Alert({ sentence }: { readonly sentence: string }) {
  return (
    <div role="alert" class="live">
      {sentence && <p class="alert">{sentence}</p>}
    </div>
  );
}

/** How things stand, read out when there is time. It is always in the page: a live region must exist before it speaks. */
export function Status({ children }: { readonly children: ComponentChildren }) {
  return (
    <div role="status" class="live">
      {children}
    </div>
  );
}

interface ButtonProps {
  readonly id?: string;
  readonly label: string;
  /** What the label becomes while the call runs. */
  readonly pendingLabel?: string;
  readonly pending?: boolean;
  readonly primary?: boolean;
  readonly submit?: boolean;
  readonly onPress?: () => void;
}

/** A button. While pending it stays focusable, so that the keyboard does not lose its place; pressing it does nothing. */
export function Button({
  id,
  label,
  pendingLabel = label,
  pending = false,
  primary,
  submit,
  onPress,
}: ButtonProps) {
  return (
    <button
      id={id}
      type={submit ? 'submit' : 'button'}
      class={primary ? 'primary' : ''}
      aria-disabled={pending}
      onClick={pending ? undefined : onPress}
    >
      {pending ? pendingLabel : label}
    </button>
  );
}

/** A button that looks like a link, for what is done rarely. */
export function TextButton({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" class="text" onClick={onPress}>
      {label}
    </button>
  );
}
