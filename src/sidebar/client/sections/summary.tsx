/** A saved enrichment in a few lines, so that rows and price are in view; Edit opens the form. */
import type { Saved } from '../../protocol';
import { formOf } from '../model/form';
import { summaryOf } from '../model/summary';
import { TextButton } from '../parts/buttons';

/** The card. */
export function Summary({ saved, onOpen }: { readonly saved: Saved; readonly onOpen: () => void }) {
  return (
    <section id="ready" tabIndex={-1} class="card summary" aria-label={`What “${saved.name}” asks`}>
      <dl>
        {summaryOf(formOf(saved), saved.outputs).map(({ term, text }) => (
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
