/** The table's columns as buttons that put them into the question. */

import { useId } from 'preact/hooks';
import { insertable } from '../model/look';
import { Hint } from '../parts/messages';

interface ColumnsProps {
  /** Undefined while they are not known. */
  readonly headings: readonly string[] | undefined;
  /** A column that the question names and the table does not have: the next press replaces it. */
  readonly unknown: string | undefined;
  readonly onInsert: (heading: string) => void;
}

/** The buttons, or why there are none. */
export function Columns({ headings, unknown, onInsert }: ColumnsProps) {
  const id = useId();
  if (!headings) return <Hint>Your columns appear here as soon as the sheet is read.</Hint>;
  if (headings.length === 0)
    return (
      <Hint>
        There are no headings yet. Name your columns in row 1, or in the last frozen row, then press “Read the
        sheet again”.
      </Hint>
    );
  return (
    <div class="field">
      <p id={id} class="caption">
        {unknown === undefined ? 'Insert a column' : `Put a column in place of “${unknown}”`}
      </p>
      <ul class="chips" aria-labelledby={id}>
        {insertable(headings).map((heading) => (
          <li key={heading}>
            <button type="button" onClick={() => onInsert(heading)}>
              {heading}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
