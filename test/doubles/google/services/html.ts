/** HtmlService: pages from the project's files. Templates are not modelled. */
import { ServiceError } from '../errors';
import type { Execution } from '../execution';
import { Handles, handle, lookup, service } from '../service';

type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;
type HtmlService = GoogleAppsScript.HTML.HtmlService;

interface Page {
  readonly content: string;
  title: string;
  width: number;
  height: number;
}

/** What is behind the HtmlOutput handles that scripts pass back. */
export const htmlOutputs = new Handles<Page>();

/** The global `HtmlService`. */
export function htmlService(run: Execution): HtmlService {
  return service<HtmlService>(run, 'HtmlService', {
    createHtmlOutputFromFile: lookup('string', (file: string) => {
      const html = run.state.project.html[file];
      if (html === undefined) throw new ServiceError(`No HTML file named ${file} was found.`);
      return htmlOutput(run, html);
    }),
    createHtmlOutput: handle('string', (html?: unknown) => htmlOutput(run, String(html))),
  });
}

function htmlOutput(run: Execution, html: string): HtmlOutput {
  const content = run.state.knobs.stripsTemplateComments ? withoutTemplateComments(html) : html;
  const page: Page = { content, title: '', width: 300, height: 0 };
  const self: HtmlOutput = service<HtmlOutput>(run, 'HtmlService.HtmlOutput', {
    setTitle: handle('string', (title: string) => {
      page.title = title;
      return self;
    }),
    setWidth: handle('int', (width: number) => {
      page.width = width;
      return self;
    }),
    setHeight: handle('int', (height: number) => {
      page.height = height;
      return self;
    }),
    getTitle: handle('', () => page.title),
    getContent: handle('', () => page.content),
  });
  return htmlOutputs.set(self, page);
}

/** HtmlService's open bug: it takes `//…` and block comments out of template literals, URLs and all. */
export function withoutTemplateComments(html: string): string {
  return html.replace(/`(?:[^`\\]|\\[\s\S])*`/g, (literal) =>
    literal.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/[^\n`]*/g, ''),
  );
}
