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
  const box = (id: keyof ScopeText) => ({
    id,
    value: scope[id] ?? '',
    onText: (text: string) => onEdit({ ...form, scope: { ...scope, [id]: text } }),
  });
  return (
    <Folded title="Where to look" words={scopeInWords(scope, searches)}>
      <TextField
        {...box('include')}
        label="Only these sites"
        rows={2}
        placeholder="example.com"
        hint={domainHint(scope.include)}
      />
      <TextField {...box('exclude')} label="Never these sites" rows={2} hint={domainHint(scope.exclude)} />
      <div class="pair">
        <TextField {...box('from')} label="From" type="date" />
        <TextField {...box('to')} label="To" type="date" />
      </div>
      {searches && (
        <TextField
          {...box('results')}
          label="Number of results"
          type="number"
          hint="Left empty, Linkup decides."
        />
      )}
    </Folded>
  );
}

/** Says what was understood of a pasted list. */
function domainHint(text = ''): string {
  const found = domainCount(text);
  return found === 0 ? `Paste a list, at most ${MAX_DOMAINS}.` : `${found} of at most ${MAX_DOMAINS}.`;
}
