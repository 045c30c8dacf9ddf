/** What to ask: the task type, the question (or address) with the sheet's columns to put into it, and how the first row asks it. */

import { useEffect, useRef } from 'preact/hooks';
import type { EmptyColumn } from '../../../enrichment/empty-columns';
import type { TaskType } from '../../../enrichment/options';
import type { Start } from '../../protocol';
import { askable } from '../model/fills';
import { type Form, templateOf, withTemplate } from '../model/form';
import { unknownColumn } from '../model/look';
import { Hint } from '../parts/messages';
import { Section } from '../parts/section';
import { Tabs } from '../parts/tabs';
import { Columns } from './columns';
import { FillColumns } from './fill-columns';
import { FirstRow } from './first-row';
import { Follows } from './follows';
import { QuestionBox } from './question-box';
import { Starters } from './starters';
import { Suggested } from './suggested';

const TYPES: readonly { readonly value: TaskType; readonly label: string }[] = [
  { value: 'search', label: 'Search' },
  { value: 'fetch', label: 'Fetch' },
  { value: 'research', label: 'Research' },
];

const MEANING: Record<TaskType, string> = {
  search: 'An answer from the web, within seconds.',
  fetch: 'What a web page says, when each row has its full address. Not behind a login.',
  research: 'A thorough report, within minutes. Costs much more.',
};

/** Linkup's advice on prompts, in short. */
const TIP =
  'Ask for facts to find, and say how to write them. A website or country next to a name avoids mix-ups.';

interface QuestionProps {
  readonly form: Form;
  /** The sheet without its own columns; undefined while it is not known. */
  readonly start: Start | undefined;
  /** What no field may be called. */
  readonly taken: readonly string[];
  /** The columns that its outputs may fill. */
  readonly empty: readonly EmptyColumn[];
  /** Whether the box takes the focus as it appears. */
  readonly focused: boolean;
  readonly onEdit: (form: Form) => void;
}

/** The section. */
export function Question({ form, start, taken, empty, focused, onEdit }: QuestionProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focused && document.activeElement?.id !== 'name') box.current?.focus();
  }, []);
  const headings = start?.headings;
  const unknown = headings && unknownColumn(form, headings);

  /** Through the box itself, which knows its cursor and keeps it; in the place of an unknown column where there is one. */
  function insert(heading: string): void {
    const { current } = box;
    if (!current) return;
    const placeholder = `{{${heading}}}`;
    const at = unknown === undefined ? undefined : placeOf(unknown, current.value);
    if (at) current.setRangeText(placeholder, at.from, at.to, 'end');
    else current.setRangeText(placeholder, current.selectionStart, current.selectionEnd, 'end');
    current.focus();
    onEdit(withTemplate(form, current.value));
  }

  return (
    <Section title="What to ask">
      <FillColumns form={form} start={start} empty={empty} onEdit={onEdit} />
      <Starters key={form.id} form={form} start={start} empty={empty} onEdit={onEdit} />
      <Follows form={form} onEdit={onEdit} />
      <Tabs label="Task type" tabs={TYPES} value={form.type} onPick={(type) => onEdit({ ...form, type })}>
        <Hint>{MEANING[form.type]}</Hint>
        <QuestionBox form={form} headings={headings} onEdit={onEdit} box={box} />
        <Suggested form={form} taken={taken} empty={empty} onEdit={onEdit} />
        <Columns headings={headings && askable(form, headings)} unknown={unknown} onInsert={insert} />
        {templateOf(form).trim() === '' && form.type !== 'fetch' ? (
          <Hint>{TIP}</Hint>
        ) : (
          <FirstRow form={form} start={start} />
        )}
      </Tabs>
    </Section>
  );
}

function placeOf(column: string, text: string): { readonly from: number; readonly to: number } | undefined {
  for (const found of text.matchAll(/\{\{([^{}]*)\}\}/g))
    if (found[1]?.trim() === column) return { from: found.index, to: found.index + found[0].length };
  return undefined;
}
