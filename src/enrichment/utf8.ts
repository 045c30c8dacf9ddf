/** Texts in UTF-8, which Apps Script has no words for, and how much room they take where Google counts bytes. */

/** Length in UTF-8; a lone half of a surrogate pair counts as the three bytes of the sign that replaces it. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Where texts are encoded, one after the other: to make room for each anew takes longer than all the rest. */
let room = new Uint8Array(1_024);

/**
 * A text in UTF-8, good until the next one is asked for: Apps Script has no TextEncoder. A lone surrogate is encoded as it stands, so
 * that texts stay distinct.
 */
export function utf8(text: string): Uint8Array {
  if (room.length < 3 * text.length) room = new Uint8Array(3 * text.length);
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    end = push(code, end);
  }
  return room.subarray(0, end);
}

/** Writes a character where the last one ends, and says where it ends itself. */
function push(code: number, at: number): number {
  if (code < 0x80) {
    room[at] = code;
    return at + 1;
  }
  const tails = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  room[at] = LEADS[tails] | (code >> (6 * tails));
  for (let i = 1; i <= tails; i++) room[at + i] = 0x80 | ((code >> (6 * (tails - i))) & 0x3f);
  return at + tails + 1;
}

/** First bits of a character, by how many bytes come after its first. */
const LEADS = [0, 0xc0, 0xe0, 0xf0] as const;
