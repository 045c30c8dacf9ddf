/** Where to look: sites, dates and the number of results. Folded away, since most questions need none of it. */
import { MAX_DOMAINS } from '../../../enrichment/check';
import type { Form } from '../model/form';
import { domainCount, type ScopeText, scopeInWords } from '../model/scope-text';
import { Folded } from '../parts/section';
import { TextField } from '../parts/text-field';

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
    <Folded title="Where to look" words={scopeInWords(scope, searches)}>
      <Sites scope={scope} onChange={change} />
      <div class="pair">
        <TextField
          id="from"
          label="From"
          type="date"
          value={scope.from}
          onText={(from) => change({ from })}
        />
        <TextField id="to" label="To" type="date" value={scope.to} onText={(to) => change({ to })} />
      </div>
      {searches && (
        <TextField
          id="results"
          label="Number of results"
          type="number"
          value={scope.results}
          onText={(results) => change({ results })}
          hint="Left empty, Linkup decides."
        />
      )}
    </Folded>
  );
}

interface SitesProps {
  readonly scope: ScopeText;
  readonly onChange: (part: Partial<ScopeText>) => void;
}

function Sites({ scope, onChange }: SitesProps) {
  return (
    <>
      <TextField
        id="include"
        label="Only these sites"
        rows={2}
        value={scope.include}
        onText={(include) => onChange({ include })}
        placeholder="example.com"
        hint={domainHint(scope.include)}
      />
      <TextField
        id="exclude"
        label="Never these sites"
        rows={2}
        value={scope.exclude}
        onText={(exclude) => onChange({ exclude })}
        hint={domainHint(scope.exclude)}
      />
    </>
  );
}

/** Says what was understood of a pasted list. */
function domainHint(text: string): string {
  const found = domainCount(text);
  return found === 0 ? `Paste a list, at most ${MAX_DOMAINS}.` : `${found} of at most ${MAX_DOMAINS}.`;
}
