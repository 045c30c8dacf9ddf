/** Which enrichment is on view: one that the sheet has, or a new one; and its name. */
import { useEffect, useRef } from 'preact/hooks';
import type { Saved, Start } from '../../protocol';
import type { Form } from '../model/form';
import { TextButton } from '../parts/buttons';
import { Select } from '../parts/choices';
import { Section } from '../parts/section';
import { TextField } from '../parts/text-field';
import { Whole } from './whole';

interface EnrichmentProps {
  readonly start: Start | undefined;
  /** Whether reading the sheet went wrong. */
  readonly failed: boolean;
  readonly form: Form;
  /** The enrichment on view as it is saved; undefined for a new one. */
  readonly saved: Saved | undefined;
  /** Whether its form is open. */
  readonly editing: boolean;
  /** Ids of enrichments with a run going on. */
  readonly running: readonly string[];
  /** Whether a new enrichment has been begun and not saved. */
  readonly begun: boolean;
  readonly onEdit: (form: Form) => void;
  readonly onOpen: () => void;
  readonly onChoose: (id: string) => void;
  readonly onCopy: () => void;
  readonly onRemoved: (id: string) => void;
  readonly onRefresh: () => void;
}

/** The section. */
export function Enrichment(props: EnrichmentProps) {
  const { start, failed, form, saved, editing, running, onChoose, onEdit } = props;
  const toName = useRef(false);
  useEffect(() => {
    if (toName.current) document.getElementById('name')?.focus();
    toName.current = false;
  });
  const unread = failed ? 'This sheet is not read yet.' : 'Reading this sheet…';
  return (
    <Section
      title="Enrichment"
      words={start ? `on “${start.sheet}”` : unread}
      aside={start && <TextButton label="Read again" about="the sheet" onPress={props.onRefresh} />}
    >
      {start && start.enrichments.length > 0 && (
        <Select
          label={`Enrichment on the sheet “${start.sheet}”`}
          unlabelled
          value={saved?.id ?? ''}
          onPick={onChoose}
          options={optionsOf(start, running)}
        />
      )}
      {saved && (
        <Whole
          {...props}
          key={saved.id}
          saved={saved}
          onNew={() => onChoose('')}
          onRename={() => {
            toName.current = true;
            props.onOpen();
          }}
        />
      )}
      {editing && (
        <TextField
          id="name"
          label="Name"
          value={form.name}
          onText={(name) => onEdit({ ...form, name })}
          placeholder="Capital city"
          hint={saved ? 'Its columns keep their headings.' : 'New columns are named after it.'}
        />
      )}
    </Section>
  );
}

function optionsOf(start: Start, running: readonly string[]): { value: string; label: string }[] {
  return [
    ...start.enrichments.map(({ id, name }) => ({
      value: id,
      label: running.includes(id) ? `${name} (running)` : name,
    })),
    { value: '', label: 'New enrichment' },
  ];
}
