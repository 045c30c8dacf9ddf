/** What comes back: the shape of an answer, its sources, and the columns that will hold it. */
import type { AnswerShape } from '../../../enrichment/definition';
import type { EmptyColumn } from '../../../enrichment/empty-columns';
import type { TaskType } from '../../../enrichment/options';
import { answerIn } from '../model/fills';
import { type Form, shapeOf, withShape } from '../model/form';
import { shapeInWords } from '../model/look';
import { Check, Choices, type Option } from '../parts/choices';
import { Hint, Status } from '../parts/messages';
import { Folded } from '../parts/section';
import { AnswerFields } from './answer-fields';
import { ColumnChoice } from './column-choice';
import { Tick } from './option';

const ANSWER: Option<AnswerShape> = { value: 'answer', label: 'One answer', hint: 'A text, in one column.' };
const FIELDS: Option<AnswerShape> = { value: 'fields', label: 'Separate fields', hint: 'A column for each.' };
const RESULTS: Option<AnswerShape> = {
  value: 'results',
  label: 'Search results',
  hint: 'The best result with its link and excerpt, and all results.',
};
const PAGE: Option<AnswerShape> = {
  value: 'page',
  label: 'Page text',
  hint: 'The page’s text, in one column.',
};

const SHAPES: Record<TaskType, readonly Option<AnswerShape>[]> = {
  search: [ANSWER, FIELDS, RESULTS],
  fetch: [PAGE, FIELDS],
  research: [ANSWER, FIELDS],
};

interface ComesBackProps {
  readonly form: Form;
  /** Headings of the table that are not its own. */
  readonly taken: readonly string[];
  /** The columns that its outputs may fill. */
  readonly empty: readonly EmptyColumn[];
  /** Which columns it fills and adds, in sentences; '' where none. */
  readonly added: string;
  readonly onEdit: (form: Form) => void;
}

/** The section. */
export function ComesBack({ form, taken, empty, added, onEdit }: ComesBackProps) {
  return (
    <Folded id="comes-back" title="What comes back" words={shapeInWords(form)} open={needsFields(form)}>
      <Choices
        label="Form of the answer"
        options={SHAPES[form.type]}
        value={shapeOf(form)}
        onPick={(shape) => onEdit(withShape(form, shape))}
      />
      {shapeOf(form) === 'fields' && <AnswerFields form={form} taken={taken} empty={empty} onEdit={onEdit} />}
      {(shapeOf(form) === 'answer' || shapeOf(form) === 'page') && (
        <ColumnChoice
          fills={form.fills}
          columns={empty}
          onPick={(column) => onEdit(answerIn(form, column))}
        />
      )}
      <Sources form={form} onEdit={onEdit} />
      <FieldSources form={form} onEdit={onEdit} />
      <Citations form={form} onEdit={onEdit} />
      <Status>{added && <Hint>{added}</Hint>}</Status>
    </Folded>
  );
}

/** Nothing comes back before a field has a name. */
function needsFields(form: Form): boolean {
  return shapeOf(form) === 'fields' && !form.bySchema && form.fields.every(({ name }) => name.trim() === '');
}

/** Linkup names its sources for what it concluded itself; results and pages are their own source. */
function Sources({ form, onEdit }: Pick<ComesBackProps, 'form' | 'onEdit'>) {
  const shape = shapeOf(form);
  if (form.type === 'fetch' || shape === 'results') return null;
  if (form.type === 'research' && shape === 'fields')
    return <Hint>Research names no sources of its own for separate fields.</Hint>;
  return (
    <Check
      label="Sources in a column of their own"
      checked={form.sources}
      onCheck={(sources) => onEdit({ ...form, sources })}
    />
  );
}

/** Asked for with the fields: what a page says is its own source, and a JSON Schema asks for what it names. */
function FieldSources({ form, onEdit }: Pick<ComesBackProps, 'form' | 'onEdit'>) {
  if (form.type === 'fetch' || shapeOf(form) !== 'fields' || form.bySchema) return null;
  return (
    <Check
      label="A source for each field"
      hint="The address of the page, in a column beside the field."
      checked={form.fieldSources}
      onCheck={(fieldSources) => onEdit({ ...form, fieldSources })}
    />
  );
}

/** Only a search's single answer can carry them. */
function Citations({ form, onEdit }: Pick<ComesBackProps, 'form' | 'onEdit'>) {
  if (form.type !== 'search' || shapeOf(form) !== 'answer') return null;
  return (
    <Tick
      form={form}
      option="includeInlineCitations"
      label="Inline citations"
      hint="Numbers in the answer that point to its sources."
      onEdit={onEdit}
    />
  );
}
