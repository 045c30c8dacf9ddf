/** Google's exceptions in other languages. The English text is the host's own name for each; wording in other languages is assumed. */
import MESSAGES from './messages.json';
import type { Language } from './model/language';

/** `{0}`, `{1}`… in a text stand for whatever it is about. */
const BLANK = /\{(\d)\}/g;

const PATTERNS = MESSAGES.map((texts) => ({ texts, english: patternOf(texts.en) }));

function patternOf(text: string): RegExp {
  const parts = text.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('([\\s\\S]*)')}$`);
}

/** Languages whose exceptions are not written down speak French in them: a script must not understand either. */
const writtenFor = (language: Exclude<Language, 'en'>): 'fr' | 'de' => (language === 'de' ? 'de' : 'fr');

/** A text of Google's in a language; one that is not in the list, such as a test's own, as it is. */
export function messageIn(language: Language, english: string): string {
  return translation(language, english) ?? english;
}

/** Whether the host can say a text of its own in every language. */
export function isTranslated(english: string): boolean {
  return translation('fr', english) !== undefined;
}

function translation(language: Language, english: string): string | undefined {
  if (language === 'en') return english;
  for (const { texts, english: pattern } of PATTERNS) {
    const found = pattern.exec(english);
    if (found)
      return texts[writtenFor(language)].replace(BLANK, (_, at: string) => found[Number(at) + 1] ?? '');
  }
  return undefined;
}
