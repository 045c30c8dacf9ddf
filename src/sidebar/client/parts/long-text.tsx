/** A text that may be long: its beginning, and all of it on a press, in a box that scrolls. */
import { useState } from 'preact/hooks';
import { beginningOf } from '../model/fold-text';
import { TextButton } from './buttons';

/** What scrolls must be reached by keyboard. */
const SCROLLING = { class: 'words long', tabIndex: 0 };

interface LongTextProps {
  readonly text: string;
  /** What it is, for who does not see where it stands. */
  readonly about: string;
}

/** The text, as it is: line breaks stay, and nothing in it is markup. */
export function LongText({ text, about }: LongTextProps) {
  const [open, setOpen] = useState(false);
  const beginning = beginningOf(text);
  if (beginning === undefined) return <span class="words">{text}</span>;
  return (
    <>
      {open ? (
        <section aria-label={`All of ${about}`} {...SCROLLING}>
          {text}
        </section>
      ) : (
        <div class="words">{beginning}</div>
      )}
      <TextButton
        label={open ? 'Show less' : 'Show all'}
        about={`of ${about}`}
        expanded={open}
        onPress={() => setOpen(!open)}
      />
    </>
  );
}
