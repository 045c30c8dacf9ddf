/** Outputs in another form than the documented one. */
import { isObject, type Json, type JsonObject } from '../contract';
import type { OutputForm } from '../knobs';

/** The output in a form. What stands in a `data` wrapper changes inside it. */
export function formed(output: JsonObject, form: OutputForm): Json {
  if (form === 'as asked') return output;
  if (isObject(output.data)) return { ...output, data: inForm(output.data, form) };
  return inForm(output, form);
}

function inForm(output: JsonObject, form: Exclude<OutputForm, 'as asked'>): Json {
  if (form === 'text') return `In short: ${Object.values(output).map(String).join(', ')}.`;
  if (form === 'list') return [output, output];
  if (form === 'list of one') return [output];
  return Object.fromEntries(Object.entries(output).map(([name, value]) => [name.toUpperCase(), value]));
}
