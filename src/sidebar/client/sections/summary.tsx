/** A saved enrichment in a few lines, so that rows and price are in view; Edit opens the form. */
import type { Saved, Start } from '../../protocol';
import { formOf } from '../model/form';
import { summaryOf } from '../model/summary';
import { usedBy, usesInWords } from '../model/uses';
import { TextButton } from '../parts/buttons';

interface SummaryProps {
  readonly saved: Saved;
  readonly start: Start;
  readonly onOpen: () => void;
}

/** The card. */
export function Summary({ saved, start, onOpen }: SummaryProps) {
  const uses = usesInWords(usedBy(saved, start));
  return (
    <section id="ready" tabIndex={-1} class="card summary" aria-label={`What “${saved.name}” asks`}>
      <dl>
        {summaryOf(formOf(saved), saved.outputs, uses).map(({ term, text }) => (
          <div key={term} class="line">
            <dt>{term}</dt>
            <dd class="clamped" title={text}>
              {text}
            </dd>
          </div>
        ))}
      </dl>
      <TextButton label="Edit" about={saved.name} onPress={onOpen} />
    </section>
  );
}
