/** The columns that the question of a list names: “the ten largest breweries with website and country” asks for Brewery, Website, Country. Pure. */
import { fieldOf, itemsOf, type Suggested } from './suggest-fields';

/** Before the columns stands what the list is of; before that, how many and which of them. */
const PARTS = /^(.*?)\s+with\s+(?:(?:their|its|the)\s+)?(.+?)[.?!]?$/is;

/** Where what the list is of ends. */
const THEN = /\s+(?:of|in|from|by|on|for|at|that|which|who|whose|near|since)\s+/i;

/** What the question names, first of all what each row is; nothing while it cannot be told. */
export function listFieldsIn(question: string): Suggested[] {
  const [, lead = '', list = ''] = PARTS.exec(question.trim()) ?? [];
  const items = itemsOf(list).map(fieldOf);
  return items.length > 0 ? [{ name: thingIn(lead), kind: 'text' }, ...items] : [];
}

/** “The ten largest breweries in Germany” lists breweries: the last word before the place. */
function thingIn(lead: string): string {
  const [named = ''] = lead.split(THEN);
  const [word = ''] = /[\p{L}\p{N}-]+$/u.exec(named.trim()) ?? [];
  const one = singular(word);
  return one === '' ? 'Name' : one.charAt(0).toUpperCase() + one.slice(1);
}

function singular(word: string): string {
  if (/ies$/i.test(word)) return word.replace(/ies$/i, 'y');
  if (/(ss|sh|ch|x|z)es$/i.test(word)) return word.slice(0, -2);
  return /[^s]s$/i.test(word) ? word.slice(0, -1) : word;
}
