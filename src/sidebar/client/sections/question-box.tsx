/** The box for the question. A copy of its text lies behind it, marks the columns, underlines unknown ones, and gives it its height. */
import type { RefObject } from 'preact';
import type { TaskType } from '../../../enrichment/options';
import { type Form, templateOf, withTemplate } from '../model/form';
import { columnFaults } from '../model/look';
import { pieces } from '../model/preview';
import { guess } from '../model/starters';
import { useMark } from '../parts/marks';
import { Status } from '../parts/messages';

interface QuestionBoxProps {
  readonly form: Form;
  /** Undefined while they are not known. */
  readonly headings: readonly string[] | undefined;
  readonly onEdit: (form: Form) => void;
  readonly box: RefObject<HTMLTextAreaElement | null>;
}

/** The box, its label, and what is wrong with the columns in it. */
export function QuestionBox({ form, headings, onEdit, box }: QuestionBoxProps) {
  const id = 'question';
  const { refused, edited } = useMark(id);
  const found = headings ? columnFaults(form, headings) : [];
  const faults = refused && !found.includes(refused) ? [...found, refused] : found;
  const fetches = form.type === 'fetch';
  return (
    <div class="field">
      <label for={id}>{fetches ? 'Address of the page' : 'Question'}</label>
      <div class={fetches ? 'marked short' : 'marked'}>
        <Backdrop text={templateOf(form)} headings={headings} />
        <textarea
          ref={box}
          id={id}
          value={templateOf(form)}
          placeholder={placeholder(form.type, headings)}
          aria-describedby={`${id}-faults`}
          aria-invalid={faults.length > 0}
          onInput={({ currentTarget }) => {
            edited();
            onEdit(withTemplate(form, currentTarget.value));
          }}
        />
      </div>
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

interface BackdropProps {
  readonly text: string;
  readonly headings: readonly string[] | undefined;
}

/** The space at the end gives a last empty line its height. */
function Backdrop({ text, headings }: BackdropProps) {
  return (
    <div class="backdrop" aria-hidden="true">
      {pieces(text, headings).map(({ text: piece, kind }) =>
        kind === 'plain' ? piece : <mark class={kind}>{piece}</mark>,
      )}{' '}
    </div>
  );
}

function placeholder(type: TaskType, headings: readonly string[] = []): string {
  const column = `{{${headings[0] ?? 'Company'}}}`;
  if (type === 'fetch') return `{{${guess('Website', headings) ?? 'Website'}}}`;
  if (type === 'search') return `Find the year in which ${column} was founded. Only the year.`;
  return `Describe how ${column} has developed in the last five years, in three sentences.`;
}
