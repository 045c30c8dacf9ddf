/** Puts down what the add-on leaves in a document today: `npm run -s build && npx tsx test/tools/present-edition.ts FOLDER`. See test/fixtures/README.md. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { inLines, putDown } from '../world/document';
import { withEverything } from '../world/everything';
import { BOB } from '../world/sidebar';

const [folder = 'second-edition'] = process.argv.slice(2);
const path = `test/fixtures/${folder}`;
const kept = putDown(await withEverything(), [BOB]);
mkdirSync(path, { recursive: true });
writeFileSync(`${path}/everything.json`, inLines(kept));
process.stdout.write(
  `${path}: ${kept.sheets.length} sheets, ${Object.keys(kept.document).length} properties, ${kept.tasks.length} tasks\n`,
);
