/** Which rows the enrichment is for: a condition on one column. Folded away, since most enrichments are for every row. */
import { type Condition, isComparing } from '../../../enrichment/condition';
import type { Form } from '../model/form';
import { columnOptions, onlyIfInWords, TEST_OPTIONS, withColumn, withTest } from '../model/only-if';
import { Select } from '../parts/choices';
import { useMark } from '../parts/marks';
import { Hint } from '../parts/messages';
import { Folded } from '../parts/section';
import { TextField } from '../parts/text-field';

interface OnlyIfProps {
  readonly form: Form;
  /** Of the sheet, without the enrichment's own. */
  readonly headings: readonly string[];
  readonly onEdit: (form: Form) => void;
}

interface WantedProps {
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
}

/** The section. */
export function OnlyIf({ form, headings, onEdit }: OnlyIfProps) {
  const { onlyIf, ...rest } = form;
  const { refused, edited } = useMark('only-if');
  const change = (condition: Condition | undefined): void => {
    edited();
    onEdit(condition ? { ...rest, onlyIf: condition } : rest);
  };
  return (
    <Folded title="Only if" words={onlyIfInWords(onlyIf)}>
      <div id="only-if" tabIndex={-1} class="field" aria-describedby={refused ? 'only-if-fault' : undefined}>
        <Select
          label="Column"
          options={columnOptions(headings, onlyIf)}
          value={onlyIf?.column ?? ''}
          onPick={(column) => change(withColumn(onlyIf, column))}
        />
        {refused && (
          <p class="alert" id="only-if-fault">
            {refused}
          </p>
        )}
      </div>
      {onlyIf && <Wanted condition={onlyIf} onChange={change} />}
      <Hint>Other rows are neither asked nor billed, and say so. Changing this asks nothing again.</Hint>
    </Folded>
  );
}

/** What is wanted of the column's cells. */
function Wanted({ condition, onChange }: WantedProps) {
  const { test, value = '' } = condition;
  return (
    <>
      <Select
        label="What it must be"
        options={TEST_OPTIONS}
        value={test}
        onPick={(next) => onChange(withTest(condition, next))}
      />
      {isComparing(test) && (
        <TextField
          label="Value"
          value={value}
          onText={(text) => onChange({ ...condition, value: text })}
          hint="A number, a date or a text, as the sheet shows it. Capitals do not matter."
        />
      )}
    </>
  );
}
