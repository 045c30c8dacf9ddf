/** The same job as other add-ons do it: row by row, one call to Linkup and one to Google for each cell, until Google ends it. */
import { MEASURED_COSTS } from '../../doubles/google/costs';
import { World } from '../../world/world';
import type { Case } from './cases';
import { linkupFor, tableOf, web } from './table';

/** A script as they are published: no ledger, no batches, no trigger. */
const SCRIPT = `
  function onOpen() { SpreadsheetApp.getUi().createMenu('Rows').addItem('Enrich', 'enrich').addToUi(); }
  function sidebarCall() { return { ok: true, result: null }; }
  function enrich() {
    const sheet = SpreadsheetApp.getActiveSheet();
    const last = sheet.getLastRow();
    const width = sheet.getLastColumn();
    const schema = { type: 'object', properties: { Color: { type: 'string' }, Shape: { type: 'string' }, Weight: { type: 'string' } } };
    for (let row = 2; row <= last; row++) {
      const thing = sheet.getRange(row, 1).getValue();
      const reply = UrlFetchApp.fetch('https://api.linkup.so/v1/search', {
        method: 'post',
        contentType: 'application/json',
        headers: { Authorization: 'Bearer test-key' },
        payload: JSON.stringify({
          q: 'What is known about ' + thing + '?',
          depth: 'standard',
          outputType: 'structured',
          structuredOutputSchema: JSON.stringify(schema),
        }),
      });
      const answer = JSON.parse(reply.getContentText());
      ['Color', 'Shape', 'Weight'].forEach((field, i) => sheet.getRange(row, width + 1 + i).setValue(answer[field]));
      SpreadsheetApp.flush();
    }
  }
`;

/** What a row costs that way, and how many are done when Google's six minutes are over. */
export interface ByRow {
  readonly rowsDone: number;
  readonly sheetCallsPerRow: number;
  readonly secondsPerRow: number;
}

/** Plays it until it is ended. */
export async function byRow(job: Case): Promise<ByRow> {
  const edition = { 'Code.js': SCRIPT, 'appsscript.json': '{"runtimeVersion":"V8"}' };
  const world = await World.open(tableOf(job), {
    edition,
    google: { costs: MEASURED_COSTS },
    linkup: { ...linkupFor(job), directCallsTakeTime: true },
    knowledge: web,
    balance: 1e6,
  });
  const startedAt = world.clock.now();
  world.host.calls.reset();
  try {
    world.host.clickMenu('Enrich');
  } catch {
    // Google ends it: that is what this is about.
  }
  const [headings = [], ...rows] = tableOf(job);
  const rowsDone = rows.filter((_, i) => world.sheet.peek(i + 2, headings.length + 3) !== undefined).length;
  return {
    rowsDone,
    sheetCallsPerRow: world.host.calls.sheet / rowsDone,
    secondsPerRow: (world.clock.now() - startedAt) / 1_000 / rowsDone,
  };
}
