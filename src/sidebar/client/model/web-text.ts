/** What a person should know whose question holds text from the web: it may be read as an instruction, and what stands beside it goes along. Pure. */
import type { Start } from '../../protocol';
import { type Form, templateOf } from './form';
import { namesIn } from './look';
import { meantBy, usedBy } from './uses';

/** The sentence; '' for a page that is fetched, and where all columns of a question are the person's own, or none is. */
export function webTextLine(form: Form, start: Pick<Start, 'headings' | 'enrichments'>): string {
  const template = templateOf(form);
  const used = usedBy({ id: form.id, template }, start).map(({ column }) => column);
  const asked = new Set(namesIn(template).flatMap((name) => meantBy(name, start.headings)));
  const own = [...asked].filter((each) => !used.includes(each));
  if (form.type === 'fetch' || used.length === 0 || own.length === 0) return '';
  return `${used.join(', ')} comes from the web, and a page can write there what reads like an instruction. ${own.join(', ')} goes out beside it: name no column here that is private.`;
}
