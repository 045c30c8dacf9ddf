/** Promise 9: the keys are nowhere but in their owners' properties and the Authorization header. */
import { type Cell, hasContent } from '../../doubles/google/model/cell';
import { COLLEAGUE, KEYS, OWNER } from '../engine/cast';
import type { Stage } from '../engine/stage';
import { type Violation, violation } from './violation';

/** Searches everything that anybody but the key's owner could read. */
export function checkSecret(stage: Stage): Violation[] {
  const places = placesOf(stage);
  return Object.values(KEYS).flatMap((key) =>
    places.flatMap(([name, text]) => (text.includes(key) ? [violation(9, `a key is in ${name}`)] : [])),
  );
}

function placesOf({ host, replies, faults, wire }: Stage): (readonly [name: string, text: string])[] {
  const { document, script } = host.properties;
  return [
    ['the document properties', JSON.stringify([...document])],
    ['the script properties', JSON.stringify([...script])],
    ['the log', host.logs.map(({ text }) => text).join('\n')],
    ['a toast', JSON.stringify(host.toasts)],
    ['a dialog', JSON.stringify(host.ui.dialogs)],
    ['a reply to the sidebar', replies.join('\n')],
    ['an error', [...faults, ...host.executions.map(({ error }) => error ?? '')].join('\n')],
    ['a request', wire.sent.map(({ visible }) => visible).join('\n')],
    [
      'a request to somebody else',
      wire.sent
        .filter(isForeign)
        .map(() => KEYS[OWNER] + KEYS[COLLEAGUE])
        .join(),
    ],
    ...host.spreadsheet.sheets.map((sheet) => [`the sheet ${sheet.name}`, cellsOf(sheet)] as const),
  ];
}

function isForeign({ url }: { readonly url: string }): boolean {
  return !url.startsWith('https://api.linkup.so/');
}

/** Everything that any cell of a sheet holds. Most hold no more than looks, which are alike down a whole column: those are said once. */
function cellsOf({ rows }: Stage['host']['spreadsheet']['activeSheet']): string {
  const said: Cell[] = [];
  const looks = new Set<string>();
  for (const { cells } of rows)
    for (const cell of cells)
      if (!cell) continue;
      else if (isBare(cell)) for (const look of looksOf(cell)) looks.add(look);
      else said.push(cell);
  return JSON.stringify([said, ...looks]);
}

const isBare = (cell: Cell): boolean =>
  !hasContent(cell) && cell.note === '' && cell.links.length === 0 && !cell.chip && !cell.validation;

const looksOf = ({ format, style }: Cell): string[] => [format, ...Object.values(style)];
