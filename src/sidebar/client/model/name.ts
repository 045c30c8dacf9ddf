/** A name for an enrichment, taken from what it asks: nobody should have to think of one first. Pure. */
import { cutToName, freeName } from '../../../enrichment/names';
import { type Form, fillingNothing, shapeOf, templateOf } from './form';

/** Longest name that is offered, in characters: it becomes a heading. */
const MOST = 40;

/** Words of the name, at most. */
const WORDS = 4;

/** What begins a question and says nothing of what is asked. */
const OPENING =
  /^(please|find|get|give me|tell me|list|look up|search for|research|write about|write|return|summari[sz]e|describe|name|check|what'?s|what|which|who'?s|who|where|when|how much|how many|how|is|are|was|were|does|do|did|has|have|the|a|an|all|of|its|their|current|present|latest|official)\b[\s:]*/i;

/** What follows is about the thing that is asked about. */
const ABOUT = /\s+(of|for|in|at|by|on|from|about|with|to|that|as|does|do|did|is|are|and its|whose)\b.*$/i;

/** A list of facts about what a column holds: “Find the following about {{Film}}: Year; Country.” */
const FACTS_OF = /^(?:for|find the following about) ["“]?\{\{\s*([^{}]*[^{}\s])\s*\}\}["”]?\s*:/i;

/** The form with a name: its own, or one for what it asks that no other enrichment of the sheet has. */
export function named(form: Form, taken: readonly string[]): Form {
  return form.name.trim() === '' ? { ...form, name: nameFor(form, taken) } : form;
}

/** A name for what the form asks. `taken` are the names of others. */
export function nameFor(form: Form, taken: readonly string[]): string {
  return freeName(nameOf(form), taken);
}

/** A new enrichment that starts as a copy of another: it fills no column that is there, and none of its own may be called as one of those, `columns`. */
export function duplicateOf(form: Form, taken: readonly string[], columns: readonly string[]): Form {
  return newFrom(form, `${form.name} copy`, taken, columns);
}

/** The same under a name like the one that is wanted. */
export function newFrom(
  form: Form,
  wanted: string,
  taken: readonly string[],
  columns: readonly string[],
): Form {
  const fields = form.fields.map(({ slot, ...field }) => ({
    ...field,
    name: field.name.trim() && freeName(field.name, columns),
  }));
  const name = freeName(wanted, [...taken, ...columns]);
  return fillingNothing({ ...form, id: '', name, fields });
}

function nameOf(form: Form): string {
  if (form.type === 'fetch') return shapeOf(form) === 'page' ? 'Page text' : 'Page facts';
  const [line = ''] = templateOf(form).trim().split('\n');
  const [, subject] = FACTS_OF.exec(line) ?? [];
  if (subject !== undefined) return cutToName(`${subject} facts`, MOST);
  const asked = line.replace(/["“”]?\{\{[^{}]*\}\}["“”]?(['’]s)?/g, ' ').trim();
  const words = cutToName(cut(core(asked)), MOST);
  if (words !== '') return words.charAt(0).toUpperCase() + words.slice(1);
  return form.type === 'research' ? 'Report' : 'Answer';
}

/** What is asked for, without what leads up to it and what it is about. */
function core(asked: string): string {
  const [sentence = ''] = asked.split(/[.?!]\s|[.?!]$|[,;:(]/);
  let rest = sentence.trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(OPENING, '');
  }
  return rest.replace(ABOUT, '').trim();
}

function cut(text: string): string {
  return text.split(/\s+/).slice(0, WORDS).join(' ');
}
