/** A question that goes on with another column in the place of one that is called so no more. Pure. */
import { EXACT } from './template';

/** The template with one column in place of another, wherever it is named, in the manner in which it was. */
export function withColumn(template: string, from: string, to: string): string {
  return template.replace(/\{\{([^{}]*)\}\}/g, (placeholder, name: string) => {
    const manner = EXACT.exec(name)?.[0] ?? '';
    const isMeant = name.slice(0, name.length - manner.length).trim() === from;
    return isMeant ? `{{${to}${manner}}}` : placeholder;
  });
}

/** Headings that could stand for it: those that a placeholder can name, none of them twice, and none that the question names already. */
export function possibleHeadings(template: string, headings: readonly string[]): string[] {
  const isOnce = (heading: string): boolean => headings.filter((other) => other === heading).length === 1;
  return headings.filter(
    (heading) =>
      heading.trim() !== '' &&
      !/[{}]/.test(heading) &&
      isOnce(heading) &&
      !template.includes(`{{${heading}}}`),
  );
}
