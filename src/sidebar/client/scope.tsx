/** Where to look: sites, dates and the number of results. Folded away, since most questions need none of it. */
import { TextField } from './controls';
import type { Form } from './form';
import { type ScopeText, scopeInWords } from './scope-text';

interface ScopeProps {
  readonly form: Form;
  readonly onEdit: (form: Form) => void;
}

/** The section; nothing for fetch, which looks at one page. */
export function Scope({ form, onEdit }: ScopeProps) {
  if (form.type === 'fetch') return null;
  const { scope } = form;
  const searches = form.type === 'search';
  const change = (part: Partial<ScopeText>) => onEdit({ ...form, scope: { ...scope, ...part } });
  return (
    <details class="folded">
      <summary>
        <h2>Where to look</h2> <span class="hint">{scopeInWords(scope, searches)}</span>
      </summary>
      <div class="section">
        <TextField
          label="Only these sites"
          rows={2}
          value={scope.include}
          onText={(include) => change({ include })}
          placeholder="example.com"
          hint="One on each line, at most 100."
        />
        <TextField
          label="Not these sites"
          rows={2}
          value={scope.exclude}
          onText={(exclude) => change({ exclude })}
        />
        <div class="pair">
          <TextField label="From" type="date" value={scope.from} onText={(from) => change({ from })} />
          <TextField label="To" type="date" value={scope.to} onText={(to) => change({ to })} />
        </div>
        {searches && (
          <TextField
            label="Number of results"
            type="number"
            value={scope.results}
            onText={(results) => change({ results })}
            hint="Left empty, Linkup decides."
          />
        )}
      </div>
    </details>
  );
}
