/** Columns by the letters that people know them by. */

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** Whole columns as Google's ranges name them: "D:D", or "D:F". */
export function wholeColumns(first: number, last = first): string {
  return `${columnLetters(first)}:${columnLetters(last)}`;
}
