/** The question as the first row of the table will ask it, and what to mind where it holds text from the web. */

import type { Start } from '../../protocol';
import type { Form } from '../model/form';
import { previewOf } from '../model/preview';
import { webTextLine } from '../model/web-text';
import { Hint } from '../parts/messages';

/** The preview; nothing while there is no row to fill the question from. */
export function FirstRow({ form, start }: { readonly form: Form; readonly start: Start | undefined }) {
  const preview = previewOf(form, start);
  if (!preview) return null;
  return (
    <div class="field">
      <p class="caption">{form.type === 'fetch' ? 'The first row opens' : 'The first row asks'}</p>
      <p class="quoted">{preview}</p>
      {start && <WebText said={webTextLine(form, start)} />}
    </div>
  );
}

function WebText({ said }: { readonly said: string }) {
  return said ? <Hint>{said}</Hint> : null;
}
