/** Punycode (RFC 3492), the ASCII form of international names: "xn--" and what this reads. */

/** The RFC's parameters. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE = 128;
const LAST_CODE = 0x10ffff;

/** The label that stands behind "xn--", or undefined for what is none. */
export function decoded(encoded: string): string | undefined {
  const basicEnd = encoded.lastIndexOf('-');
  const output = [...encoded.slice(0, Math.max(0, basicEnd))].map((letter) => letter.codePointAt(0) ?? 0);
  let [at, code, i, bias] = [basicEnd + 1, FIRST_CODE, 0, FIRST_BIAS];
  while (at < encoded.length) {
    const number = variableLength(encoded, at, bias);
    if (!number) return undefined;
    i += number.value;
    bias = adapted(number.value, output.length + 1, i === number.value && code === FIRST_CODE);
    code += Math.floor(i / (output.length + 1));
    i %= output.length + 1;
    if (code > LAST_CODE) return undefined;
    output.splice(i, 0, code);
    i += 1;
    at = number.end;
  }
  return String.fromCodePoint(...output);
}

/** A number in digits of which each says by its threshold whether another follows. */
function variableLength(
  text: string,
  from: number,
  bias: number,
): { value: number; end: number } | undefined {
  let [value, weight] = [0, 1];
  for (let [at, k] = [from, BASE]; at < text.length; at++, k += BASE) {
    const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(text[at]?.toLowerCase() ?? '-');
    if (digit < 0) return undefined;
    value += digit * weight;
    const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
    if (digit < threshold) return { value, end: at + 1 };
    weight *= BASE - threshold;
  }
  return undefined;
}

function adapted(delta: number, points: number, isFirst: boolean): number {
  let left = Math.floor(delta / (isFirst ? DAMP : 2));
  left += Math.floor(left / points);
  let k = 0;
  for (; left > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) left = Math.floor(left / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * left) / (left + SKEW));
}
