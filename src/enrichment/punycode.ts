/** Punycode (RFC 3492), read only: what `xn--` labels of a host name say in letters. */

const BASE = 36;
const MIN_THRESHOLD = 1;
const MAX_THRESHOLD = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE = 128;
const LAST_CODE = 0x10ffff;

/** A host with every `xn--` label in letters. A label that is no punycode stays as it is. */
export function lettersOfHost(host: string): string {
  if (!host.includes('xn--')) return host;
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decoded(label.slice(4)) ?? label) : label))
    .join('.');
}

/** One label without its `xn--`; undefined where it is malformed. */
export function decoded(label: string): string | undefined {
  const basicEnd = Math.max(0, label.lastIndexOf('-'));
  const codes = [...label.slice(0, basicEnd)].map((letter) => letter.charCodeAt(0));
  const reader = { at: basicEnd > 0 ? basicEnd + 1 : 0, bias: FIRST_BIAS };
  let place = 0;
  let code = FIRST_CODE;
  while (reader.at < label.length) {
    const step = nextNumber(label, reader);
    if (step === undefined) return undefined;
    const length = codes.length + 1;
    reader.bias = adapted(step, length, place === 0 && code === FIRST_CODE && codes.length === basicEnd);
    place += step;
    code += Math.floor(place / length);
    place %= length;
    if (code > LAST_CODE) return undefined;
    codes.splice(place, 0, code);
    place++;
  }
  return String.fromCodePoint(...codes);
}

/** A generalised variable-length integer, and where the next one begins. */
function nextNumber(label: string, reader: { at: number; readonly bias: number }): number | undefined {
  let number = 0;
  let weight = 1;
  for (let k = BASE; ; k += BASE) {
    const digit = digitOf(label.charCodeAt(reader.at++));
    if (digit === undefined || number > LAST_CODE * 0x100) return undefined;
    number += digit * weight;
    const threshold = Math.min(MAX_THRESHOLD, Math.max(MIN_THRESHOLD, k - reader.bias));
    if (digit < threshold) return number;
    weight *= BASE - threshold;
  }
}

function digitOf(character: number): number | undefined {
  if (character >= 0x30 && character <= 0x39) return character - 0x30 + 26;
  const letter = (character | 0x20) - 0x61;
  return letter >= 0 && letter < 26 ? letter : undefined;
}

function adapted(step: number, length: number, isFirst: boolean): number {
  let delta = Math.floor(step / (isFirst ? DAMP : 2));
  delta += Math.floor(delta / length);
  let k = 0;
  for (; delta > ((BASE - MIN_THRESHOLD) * MAX_THRESHOLD) / 2; k += BASE) {
    delta = Math.floor(delta / (BASE - MIN_THRESHOLD));
  }
  return k + Math.floor(((BASE - MIN_THRESHOLD + 1) * delta) / (delta + SKEW));
}
