/** Pages as markdown and HTML. */
import type { Country } from 'world-countries';
import type { Fact, Page, Topic } from './knowledge';

/** The page on one topic: a heading, a paragraph and a table of facts. */
export function topicPage(url: string, topic: Topic): Page {
  const paragraph = topic.facts.map((fact) => `${fact.sentence}.`).join(' ');
  const rows = topic.facts.map((fact) => [fact.key, valueText(fact)] as const);
  const table = rows.map(([key, text]) => `| ${key} | ${text} |`).join('\n');
  const cells = rows.map(([key, text]) => `<tr><th>${key}</th><td>${escapeHtml(text)}</td></tr>`).join('');
  return {
    url,
    topic,
    markdown: `# ${topic.name}\n\n${paragraph}\n\n| fact | value |\n| --- | --- |\n${table}\n`,
    html: html(topic.name, `<p>${escapeHtml(paragraph)}</p><table>${cells}</table>`),
  };
}

/** The front page of countries.example: a link to every country. */
export function indexPage(url: string, countries: readonly Country[]): Page {
  const links = countries.map(
    ({ name, cca3 }) => `- [${name.common}](https://countries.example/${cca3.toLowerCase()})`,
  );
  return {
    url,
    topic: null,
    markdown: `# Countries\n\n${links.join('\n')}\n`,
    html: html('Countries', `<p>${countries.length} countries</p>`),
  };
}

function valueText({ value, unit }: Fact): string {
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return unit === undefined ? text : `${text} ${unit}`;
}

function html(title: string, body: string): string {
  const heading = escapeHtml(title);
  return `<!doctype html><html><head><title>${heading}</title></head><body><h1>${heading}</h1>${body}</body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
