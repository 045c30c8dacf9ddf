/** Another editor of the document who wants somebody else to pay more: swaps definitions, forges what is stored and what is hidden. */
import { accountOf } from '../../../src/run/record/key';
import type { JsonObject } from '../../doubles/linkup';
import { KEYS, OWNER } from '../engine/cast';
import type { Dice } from '../engine/dice';
import type { Stage, StagedSheet } from '../engine/stage';

type Forging = (stage: Stage, sheet: StagedSheet, dice: Dice) => boolean;

/** Numbers that would let a run go on for ever, or at any price. */
const NUMBERS = [1e-9, 0, -1e9, 1e9, 1e308] as const;

/** Texts that no ledger of ours ever held. */
const TEXTS: readonly string[] = [
  'done|9999-12-31T23:59:59Z|x|y|1|z',
  `unasked|${'9'.repeat(400)}`,
  '\ud800',
  '..',
  'x'.repeat(5_000),
  '__proto__',
  '',
];

/** What is forged. */
export const FORGERY: Readonly<Record<string, Forging>> = {
  'forges the record of a run': ({ host }, _, dice) => {
    const { document } = host.properties;
    const keys = [...document.keys()].filter((key) => key.startsWith('linkup.run.'));
    for (const key of keys) document.set(key, forged(document.get(key) ?? '{}', dice));
    return keys.length > 0;
  },
  'forges a run of the first edition': ({ host }, { shadow }) => {
    const { document } = host.properties;
    const keys = [...document.keys()].filter((key) => key.startsWith('linkup.run.'));
    for (const key of keys) document.set(key, asOfFirstEdition(document.get(key) ?? '{}', shadow.lastRow));
    return keys.length > 0;
  },
  'swaps the definition of an enrichment': (stage, sheet, dice) => {
    const present = stage.present(sheet);
    if (present.length === 0) return false;
    const [id] = dice.pick(present);
    const key = `linkup.enrichment.${id}`;
    const { document } = stage.host.properties;
    const json = document.get(key) ?? '';
    const swapped = dearer(json);
    if (swapped === json) return false;
    if (!stage.swapped.has(key)) stage.swapped.set(key, json);
    document.set(key, swapped);
    return true;
  },
  'forges cells of the ledger': (_, { shadow }, dice) => {
    const columns = shadow.columnsOf('ledger');
    if (columns.length === 0) return false;
    for (let row = 2; row <= shadow.lastRow; row++) {
      const text = dice.pick(TEXTS);
      shadow.actOnReal(() => shadow.real.type(row, dice.pick(columns), text));
    }
    return true;
  },
};

/** The shape of what an enrichment asks while its definition is swapped. */
export function swappedShape(shape: JsonObject): JsonObject {
  return JSON.parse(dearer(JSON.stringify(shape)));
}

function dearer(json: string): string {
  return json
    .replace(/"depth":"(standard|fast)"/, '"depth":"deep"')
    .replace('"reasoningDepth":"S"', '"reasoningDepth":"XL"');
}

/** Puts the definitions back that were swapped. */
export function restoreDefinitions({ swapped, host }: Stage): void {
  for (const [key, json] of swapped)
    if (host.properties.document.has(key)) host.properties.document.set(key, json);
}

/** The record of a run as the first edition kept one: price, cap and count stood in the document. */
function asOfFirstEdition(json: string, rows: number): string {
  const { agreement: _, sent: _sent, ...run } = JSON.parse(json);
  const money = { price: 0.006, cap: 0.006 * rows, asked: 0, account: accountOf(KEYS[OWNER]) };
  return JSON.stringify({ ...run, questions: rows, cursor: 0, again: [], ...money });
}

/** A record with some of its numbers replaced. */
function forged(json: string, dice: Dice): string {
  return json.replace(/("\w*(?:price|cap|asked|rows|from|limit)\w*":)-?[\d.e+-]+/gi, (all, name) =>
    dice.chance(0.6) ? `${name}${dice.pick(NUMBERS)}` : all,
  );
}
