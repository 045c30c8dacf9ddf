/** What to ask: the task type, and the question (or address) with the sheet's columns to put into it. */
import { useId, useRef } from 'preact/hooks';
import type { TaskType } from '../../enrichment/options';
import { Choices, type Option } from './controls';
import { type Form, templateOf, withTemplate } from './form';
import { columnFaults, insertable } from './look';
import { Section, Status } from './parts';

const TYPES: readonly Option<TaskType>[] = [
  { value: 'search', label: 'Search' },
  { value: 'fetch', label: 'Fetch' },
  { value: 'research', label: 'Research' },
];

const MEANING: Record<TaskType, string> = {
  search: 'An answer from the web, within seconds.',
  fetch: 'What a web page says, when each row has its address.',
  research: 'A thorough report, within minutes. Costs much more.',
};

const TIP: Record<TaskType, string> = {
  search:
    'Ask for a fact to find, and say how to write it. A website or country next to a name avoids mix-ups.',
  fetch: 'One full address per row, starting with https://. Pages behind a login cannot be opened.',
  research: 'Say the goal, what to cover and how to write it. A website next to a name avoids mix-ups.',
};

interface QuestionProps {
  readonly form: Form;
  /** Undefined while they are not known. */
  readonly headings: readonly string[] | undefined;
  readonly onEdit: (form: Form) => void;
}

/** The section. */
export function Question({ form, headings, onEdit }: QuestionProps) {
  const box = useRef<HTMLTextAreaElement>(null);

  /** Through the box itself, which knows its cursor and keeps it. */
  function insert(heading: string): void {
    const { current } = box;
    if (!current) return;
    current.setRangeText(`{{${heading}}}`, current.selectionStart, current.selectionEnd, 'end');
    current.focus();
    onEdit(withTemplate(form, current.value));
  }

  return (
    <Section title="What to ask">
      <Choices
        tabs
        label="Kind of question"
        options={TYPES}
        value={form.type}
        onPick={(type) => onEdit({ ...form, type })}
      />
      <p class="hint">{MEANING[form.type]}</p>
      <QuestionBox form={form} headings={headings} onEdit={onEdit} box={box} />
      <Columns headings={headings} onInsert={insert} />
      <p class="hint">{TIP[form.type]}</p>
    </Section>
  );
}

function QuestionBox({
  form,
  headings,
  onEdit,
  box,
}: QuestionProps & { readonly box: { current: HTMLTextAreaElement | null } }) {
  const id = useId();
  const faults = headings ? columnFaults(form, headings) : [];
  const fetches = form.type === 'fetch';
  return (
    <div class="field">
      <label for={id}>{fetches ? 'Address of the page' : 'Question'}</label>
      <textarea
        ref={box}
        id={id}
        rows={fetches ? 2 : 5}
        value={templateOf(form)}
        placeholder={placeholder(form.type, headings)}
        aria-describedby={`${id}-faults`}
        aria-invalid={faults.length > 0}
        onInput={({ currentTarget }) => onEdit(withTemplate(form, currentTarget.value))}
      />
      <div id={`${id}-faults`}>
        <Status>
          {faults.map((fault) => (
            <p class="alert" key={fault}>
              {fault}
            </p>
          ))}
        </Status>
      </div>
    </div>
  );
}

function placeholder(type: TaskType, headings: readonly string[] = []): string {
  const column = `{{${headings[0] ?? 'Company'}}}`;
  if (type === 'fetch')
    return `{{${headings.find((heading) => /url|web|link|site/i.test(heading)) ?? 'Website'}}}`;
  if (type === 'search') return `Find the year in which ${column} was founded. Only the year.`;
  return `Describe how ${column} has developed in the last five years, in three sentences.`;
}

interface ColumnsProps {
  readonly headings: readonly string[] | undefined;
  readonly onInsert: (heading: string) => void;
}

function Columns({ headings, onInsert }: ColumnsProps) {
  const id = useId();
  if (!headings) return <p class="hint">Your columns appear here as soon as the sheet is read.</p>;
  if (headings.length === 0)
    return <p class="hint">Row 1 has no headings yet. Name your columns there, then press “Read again”.</p>;
  return (
    <div class="field">
      <p id={id} class="caption">
        Insert a column
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
