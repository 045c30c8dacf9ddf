/** The terminal: colours and a progress bar where there is one, plain lines where there is not. */
import { styleText } from 'node:util';
import Table from 'cli-table3';
import type { Output } from './command-line';

/** Longest text in a cell of a table; the CSV file has it all. */
const CLIP = 28;

/** Characters of the progress bar. */
const BAR = 30;

/** Writes to a stream. Nothing from a cell reaches it with control characters in it. */
export class Terminal {
  private shownFifth = 0;
  private barIsOn = false;
  private readonly fancy: boolean;

  constructor(private readonly output: Output) {
    this.fancy = output.isTTY === true;
  }

  line(text = ''): void {
    this.output.write(`${text}\n`);
  }

  /** Coloured on a terminal, unless NO_COLOR is set (no-color.org). Decided here: newer Nodes look at process.stdout only. */
  paint(format: 'bold' | 'dim' | 'green' | 'red' | 'yellow', text: string): string {
    return this.fancy && !process.env.NO_COLOR ? styleText(format, text, { validateStream: false }) : text;
  }

  /** Moves the bar, or prints a line at every further fifth. */
  progress(share: number, text: string): void {
    if (this.fancy) {
      const full = Math.round(share * BAR);
      this.output.write(`\r\u001b[2K[${'█'.repeat(full)}${'░'.repeat(BAR - full)}] ${text}`);
      this.barIsOn = true;
      return;
    }
    const fifth = Math.floor(share * 5);
    if (fifth <= this.shownFifth) return;
    this.shownFifth = fifth;
    this.line(text);
  }

  /** What comes next is below the bar. */
  endProgress(): void {
    if (this.barIsOn) this.line();
    this.barIsOn = false;
  }

  /** A table, with headings or without. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): void {
    const table = new Table({
      ...(head.length > 0 ? { head: head.map((text) => this.paint('bold', clipped(text))) } : {}),
      style: { head: [], border: [], compact: true },
    });
    table.push(...rows.map((row) => row.map(clipped)));
    this.line(table.toString());
  }
}

/** A text from a cell, on one line and harmless. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}

function clipped(text: string): string {
  const characters = [...printable(text)];
  return characters.length > CLIP ? `${characters.slice(0, CLIP - 1).join('')}…` : characters.join('');
}
