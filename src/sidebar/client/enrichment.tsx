/** Which enrichment is on view: one that the sheet has, or a new one; and its name. */
import type { Start } from '../protocol';
import { Select, TextField } from './controls';
import type { Form } from './form';
import { Section, Status, TextButton } from './parts';

interface EnrichmentProps {
  readonly start: Start | undefined;
  /** Whether reading the sheet went wrong. */
  readonly failed: boolean;
  readonly form: Form;
  readonly onEdit: (form: Form) => void;
  readonly onChoose: (id: string) => void;
  readonly onRefresh: () => void;
}

/** The section. */
export function Enrichment({ start, failed, form, onEdit, onChoose, onRefresh }: EnrichmentProps) {
  return (
    <Section title="Enrichment">
      <SheetLine start={start} failed={failed} onRefresh={onRefresh} />
      {start && start.enrichments.length > 0 && (
        <Select
          label="Choose or add"
          value={form.id}
          onPick={onChoose}
          options={[
            ...start.enrichments.map(({ id, name }) => ({ value: id, label: name })),
            { value: '', label: 'New enrichment' },
          ]}
        />
      )}
      <TextField
        label="Name"
        value={form.name}
        onText={(name) => onEdit({ ...form, name })}
        placeholder="Capital city"
        hint={form.id === '' ? 'New columns are named after it.' : undefined}
      />
    </Section>
  );
}

function SheetLine({ start, failed, onRefresh }: Pick<EnrichmentProps, 'start' | 'failed' | 'onRefresh'>) {
  const unread = failed ? 'This sheet is not read yet.' : 'Reading this sheet…';
  return (
    <div class="row apart">
      <Status>
        <p class="hint">{start ? `On the sheet “${start.sheet}”` : unread}</p>
      </Status>
      {start && <TextButton label="Read again" onPress={onRefresh} />}
    </div>
  );
}
