/** The selected cell: its name, what is in it, and where its links lead. */
import { useEffect, useRef } from 'preact/hooks';
import type { ShownSheet } from '../../wire';
import { nameOf } from '../grid/block-name';
import { edited, rich } from '../grid/cells';
import type { Playground } from '../use-playground';

/** Links that there is room for. */
const MOST_LINKS = 3;

/** The line above the grid. */
export function FormulaBar({ playground, sheet }: { playground: Playground; sheet: ShownSheet }) {
  const { view, doIt } = playground;
  const { row, column } = view.block;
  const cell = sheet.rows[row - 1]?.[column - 1];
  const content = edited(cell);
  const input = useRef<HTMLInputElement>(null);
  const { links = [] } = rich(cell);
  // What is being typed here is the person's; everything else follows the cell.
  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = content;
  }, [content, row, column]);

  function commit(): void {
    const text = input.current?.value ?? '';
    if (text !== content) doIt({ kind: 'type', sheet: sheet.id, cells: [{ row, column, text }] });
  }

  function onKeyDown({ key, currentTarget }: KeyboardEvent & { currentTarget: HTMLInputElement }): void {
    if (key === 'Escape') currentTarget.value = content;
    if (key === 'Enter' || key === 'Escape') currentTarget.blur();
  }

  return (
    <div class="formula-bar">
      <output class="name-box" aria-label="Selected cells">
        {nameOf(view.block)}
      </output>
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <input
        ref={input}
        aria-label="Content of the selected cell"
        defaultValue={content}
        onBlur={commit}
        onKeyDown={onKeyDown}
        spellcheck={false}
      />
      {links.slice(0, MOST_LINKS).map((url) => (
        <a key={url} href={url} target="_blank" rel="noopener noreferrer">
          {new URL(url).hostname}
        </a>
      ))}
    </div>
  );
}
