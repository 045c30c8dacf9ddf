/** The question as the first row of the table will ask it. */
import type { Start } from '../../protocol';
import type { Form } from '../model/form';
import { previewOf } from '../model/preview';

/** The preview; nothing while the question names no row's cells. */
export function FirstRow({ form, start }: { readonly form: Form; readonly start: Start | undefined }) {
  const preview = previewOf(form, start);
  if (!preview) return null;
  return (
    <div class="field">
      <p class="caption">{form.type === 'fetch' ? 'The first row opens' : 'The first row asks'}</p>
      {preview.text && <p class="quoted">{preview.text}</p>}
      {preview.skipped && <p class="hint">{preview.skipped}</p>}
    </div>
  );
}
