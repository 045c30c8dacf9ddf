/** A headed step of the page. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Room } from './use-room';

interface SectionProps {
  readonly title: string;
  /** A few quiet words after the heading; they may change, and are read out then. */
  readonly words?: string;
  /** Stands at the right of the heading: a balance, a button. */
  readonly aside?: ComponentChildren;
  /** Set where the focus may be put on the section as a whole. */
  readonly id?: string;
  /** Where a button of it opens more. */
  readonly room?: Room;
  readonly children: ComponentChildren;
}

/** One step under its heading, which also names it for a screen reader. */
export function Section({ title, words, aside, id, room, children }: SectionProps) {
  return (
    <section class="section" aria-label={title} id={id} tabIndex={id ? -1 : undefined} {...room}>
      <div class="row apart heading">
        <div>
          <h2>{title}</h2>{' '}
          {words !== undefined && (
            <span role="status" class="hint">
              {words}
            </span>
          )}
        </div>
        {aside}
      </div>
      {children}
    </section>
  );
}

interface FoldedProps {
  readonly title: string;
  /** What is chosen in it. */
  readonly words: string;
  /** Of its line, to put the focus there. */
  readonly id?: string;
  /** Whether it begins open. */
  readonly open?: boolean;
  /** Told each time that it was opened or folded. */
  readonly onToggle?: (open: boolean) => void;
  readonly children: ComponentChildren;
}

/** A step that is folded away until it is wanted, with a few words on what it holds. It does not fold under the fingers of who is at it. */
export function Folded({ id, title, words, open = false, onToggle, children }: FoldedProps) {
  const [begins] = useState(open);
  return (
    <details class="folded" open={begins} onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}>
      <summary id={id}>
        <h2>{title}</h2> <span class="hint">{words}</span>
      </summary>
      <div class="section">{children}</div>
    </details>
  );
}
