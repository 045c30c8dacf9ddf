/** Fills a JSON Schema with known facts; what is not known is left out, even if the schema requires it. */
import { isObject, type Json, type JsonObject } from '../contract';
import type { Fact, FactValue, Topic } from '../knowledge/knowledge';
import { factFor, factsAsked } from './match-fact';
import { answerText } from './sentence';

/** Square kilometres in a square mile. */
const KM2_PER_SQUARE_MILE = 2.589988110336;

/** Property names that ask for the whole answer as text. */
const WHOLE_ANSWER = /^(answer|result|response|summary|text|value)$/i;

/** The schema's properties, as far as they are known. */
export function fillSchema(schema: JsonObject, topic: Topic, question: string): JsonObject {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const filled = Object.entries(properties).flatMap(([name, property]) => {
    const value = isObject(property) ? fillProperty(name, property, topic, question) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(filled);
}

function fillProperty(name: string, property: JsonObject, topic: Topic, question: string): Json | undefined {
  const type = typeOf(property);
  if (type === 'object') return fillSchema(property, topic, question);
  const description = typeof property.description === 'string' ? property.description : '';
  const [, sourced] = /^(.+)_source$/.exec(name) ?? [];
  if (sourced !== undefined && property.format === 'uri')
    return factFor(topic, sourced, '') && topic.sources[0]?.url;
  const isTyped = type !== 'string' || property.format !== undefined;
  const fact =
    factFor(topic, name, description) ?? (isTyped ? theOneAsked(name, topic, question) : undefined);
  if (fact === undefined) {
    const whole = type === 'string' && WHOLE_ANSWER.test(name);
    return whole ? answerText(topic, question, false) : undefined;
  }
  const value = convert(fact, inAskedUnit(fact, `${name} ${description}`), type, property);
  return Array.isArray(property.enum) ? chosen(property.enum, fact, value) : value;
}

/** A number or a date called “answer” is the one fact that the question asks for. */
function theOneAsked(name: string, topic: Topic, question: string): Fact | undefined {
  const [only, ...others] = WHOLE_ANSWER.test(name) ? factsAsked(topic, question) : [];
  return others.length === 0 ? only : undefined;
}

/** `type` may be a list such as `["string", "null"]`. */
function typeOf(property: JsonObject): string {
  const types: readonly Json[] = Array.isArray(property.type) ? property.type : [property.type ?? 'string'];
  const type = types.find((candidate) => candidate !== 'null');
  return typeof type === 'string' ? type : 'string';
}

function inAskedUnit(fact: Fact, asked: string): FactValue {
  if (fact.key !== 'area' || typeof fact.value !== 'number') return fact.value;
  const miles = /(sq|square)[\s_]?mi|mi²|mi2/i.test(asked);
  return miles ? Math.round((fact.value / KM2_PER_SQUARE_MILE) * 100) / 100 : fact.value;
}

function convert(fact: Fact, value: FactValue, type: string, property: JsonObject): Json | undefined {
  if (type === 'string') return asText(value, property.format);
  if (type === 'number') return asNumber(fact, value) ?? asWritten(value);
  if (type === 'integer') return roundedOrNothing(asNumber(fact, value));
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined;
  if (type === 'array') return asTexts(value, property.items);
  return undefined;
}

function asText(value: FactValue, format: Json | undefined): string | undefined {
  const text = typeof value === 'boolean' ? (value ? 'Yes' : 'No') : [value].flat().join(', ');
  const form = typeof format === 'string' ? FORMS.get(format) : undefined;
  return !form || form.test(text) ? text : undefined;
}

/** Formats of texts that are honoured: what has another form is not given. */
const FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['date', /^\d{4}-\d{2}-\d{2}$/],
  ['uri', /^[a-z][a-z\d+.-]*:\S+$/i],
  ['email', /^[^\s@]+@[^\s@]+$/],
]);

/** A number asked of these lists is their length ("How many neighbours?"); one capital is not the number 1. */
const COUNTABLE = ['borders', 'languages'];

function asNumber({ key }: Fact, value: FactValue): number | undefined {
  if (Array.isArray(value)) return COUNTABLE.includes(key) ? value.length : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** A percentage is no JSON number, and a model may well write it as the page does. */
function asWritten(value: FactValue): string | undefined {
  return typeof value === 'string' && /^[\d.,]+\s?%$/.test(value) ? value : undefined;
}

function roundedOrNothing(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value);
}

function asTexts(value: FactValue, items: Json | undefined): Json | undefined {
  if (isObject(items) && typeOf(items) !== 'string') return undefined;
  return [value].flat().map(String);
}

/** The enum's own spelling of the value, or nothing. */
function chosen(options: readonly Json[], fact: Fact, value: Json | undefined): Json | undefined {
  const spellings = [value, fact.value].map((candidate) => String(candidate).toLowerCase());
  return options.find((option) => spellings.includes(String(option).toLowerCase()));
}
