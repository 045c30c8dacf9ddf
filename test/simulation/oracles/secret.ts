/** Promise 9: the keys are nowhere but in their owners' properties and the Authorization header. */
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

function cellsOf({ rows }: Stage['host']['spreadsheet']['activeSheet']): string {
  return JSON.stringify(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? [])));
}
