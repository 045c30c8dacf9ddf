/** Everything that the demonstration says. */
import { agree, count } from '../../../src/enrichment/amounts';
import { printable, type Terminal } from '../common/terminal';
import { reasonOf, type Standing } from './endings';
import type { EnrichedTable } from './enriched-table';
import type { Options } from './options';
import type { Figures, Outcome, RowEnd } from './outcome';
import type { Plan } from './plan';
import type { Snapshot } from './progress';

/** Rows of the table that is shown. */
const FIRST_ROWS = 10;

/** Rows that are shown by name where nothing failed. */
const FIRST_OTHERS = 20;

/** Wrong answers that are shown one by one. */
const FIRST_WRONG = 20;

/** What is about to happen. */
export function showPlan(terminal: Terminal, plan: Plan, { live, realtime }: Options): void {
  const [headings = [], ...rows] = plan.table;
  const { template, shape, fields } = plan.draft;
  const answer = fields.map(({ name, kind }) => `${name} (${kind})`).join(', ');
  terminal.line(
    `Table:    ${count(rows.length, 'row')} of ${printable(headings.filter(Boolean).join(', '))}`,
  );
  terminal.line(`Question: ${printable(template)}`);
  const into = fields.some(({ fills }) => fills !== undefined) ? 'Fills:   ' : 'Answer:  ';
  terminal.line(`${into} ${shape === 'fields' ? printable(answer) : 'one column'}`);
  terminal.line(`Linkup:   ${live ? 'the real one' : 'a local one'}, on ${clockOf(live || realtime)}`);
  for (const note of plan.notes) terminal.line(terminal.paint('yellow', note));
  if (live)
    terminal.line(
      `This costs at most ${usd(plan.atMost)}: ${count(plan.asked, 'row')} at ${usd(plan.price)}${agree(plan.asked, '', ' each')}.`,
    );
}

const clockOf = (wall: boolean): string => (wall ? 'the wall clock' : 'a virtual clock');

/** What the add-on asked and said after the menu item was chosen. */
export function showStart(terminal: Terminal, { world }: EnrichedTable): void {
  const { dialogs } = world.host.ui;
  for (const { title, message } of dialogs) {
    terminal.line(`\n${terminal.paint('bold', title)}`);
    for (const line of message.split('\n')) terminal.line(`  ${printable(line)}`);
    terminal.line('  > Yes');
  }
  for (const { message } of world.host.toasts) terminal.line(printable(message));
  terminal.line();
}

/** How far it is; `seconds` on the demonstration's clock. */
export function showProgress(terminal: Terminal, { ended, total }: Snapshot, seconds: number): void {
  const share = total === 0 ? 0 : ended / total;
  terminal.progress(share, `${ended} of ${count(total, 'row')} after ${duration(seconds)}`);
}

/** Everything there is to see at the end. */
export function showOutcome(
  terminal: Terminal,
  enriched: EnrichedTable,
  outcome: Outcome,
  live: boolean,
): void {
  terminal.endProgress();
  terminal.line();
  showFirstRows(terminal, enriched);
  showEnds(terminal, outcome.ends);
  if (enriched.plan.comparable) showWrong(terminal, outcome);
  else showIncomparable(terminal, outcome, live);
  showReceipt(terminal, enriched, outcome.receipt);
}

function showFirstRows(terminal: Terminal, enriched: EnrichedTable): void {
  const columns = [...enriched.named, ...enriched.outputs, enriched.statusColumn];
  const rows = enriched.rows.slice(0, FIRST_ROWS);
  terminal.table(
    columns.map(({ heading }) => heading),
    rows.map((row) => columns.map(({ at }) => enriched.text(row, at))),
  );
  const more = enriched.rows.length - rows.length;
  if (more > 0) terminal.line(`… and ${count(more, 'more row')}`);
  terminal.line();
}

const WORDS: readonly (readonly [standing: Standing, words: string, colour: 'red' | 'yellow'])[] = [
  ['failed', 'failed', 'red'],
  ['not found', 'not found', 'yellow'],
  ['left out', 'left out', 'yellow'],
  ['open', 'not finished', 'red'],
];

function showEnds(terminal: Terminal, ends: readonly RowEnd[]): void {
  const done = ends.filter(({ standing }) => standing === 'done').length;
  terminal.line(terminal.paint('green', `${count(done, 'row')} done`));
  for (const [standing, words, colour] of WORDS) {
    const such = ends.filter((end) => end.standing === standing);
    if (such.length === 0) continue;
    terminal.line(terminal.paint(colour, `${count(such.length, 'row')} ${words}`));
    for (const [reason, rows] of byReason(such))
      terminal.line(`  ${[reason, names(rows, standing)].filter(Boolean).join('\n    ')}`);
  }
}

function byReason(ends: readonly RowEnd[]): Map<string, RowEnd[]> {
  const groups = new Map<string, RowEnd[]>();
  for (const end of ends) {
    const reason = end.standing === 'not found' ? '' : printable(reasonOf(end.status));
    groups.set(reason, [...(groups.get(reason) ?? []), end]);
  }
  return groups;
}

/** Every failed row by its name; of the others the first ones. */
function names(ends: readonly RowEnd[], standing: Standing): string {
  const shown = standing === 'failed' ? ends : ends.slice(0, FIRST_OTHERS);
  const more = ends.length - shown.length;
  return [...shown.map(nameOf), ...(more > 0 ? [`and ${count(more, 'more row')}`] : [])].join(', ');
}

const nameOf = ({ row, label }: RowEnd): string => `${printable(label) || '(blank)'} (row ${row})`;

function showWrong(terminal: Terminal, { wrong, figures }: Outcome): void {
  if (wrong.length === 0) {
    const same = `the answers in ${count(figures.done, 'row')} ${agree(figures.done, 'agree', 'all agree')}`;
    const what = figures.done > 0 ? terminal.paint('green', same) : 'there are no answers';
    terminal.line(`Compared with the data set: ${what}.`);
    return;
  }
  terminal.line(terminal.paint('red', `${count(wrong.length, 'answer')} not as in the data set:`));
  for (const { row, country, field, got, expected } of wrong.slice(0, FIRST_WRONG))
    terminal.line(
      `  row ${row}, ${country}, ${field}: ${printable(String(got)) || '(blank)'}, not ${expected || '(blank)'}`,
    );
  if (wrong.length > FIRST_WRONG) terminal.line(`  … and ${wrong.length - FIRST_WRONG} more`);
}

function showIncomparable(terminal: Terminal, { figures }: Outcome, live: boolean): void {
  terminal.line('A question of your own: there is nothing to compare the answers with.');
  if (!live && figures.notFound > 0)
    terminal.line('The local Linkup knows countries only; with --live the real one is asked.');
}

function showReceipt(terminal: Terminal, { world }: EnrichedTable, receipt: Outcome['receipt']): void {
  if (receipt.length === 0) {
    terminal.line(
      terminal.paint('red', `The run is not over. ${printable(world.host.toasts.at(-1)?.message ?? '')}`),
    );
    return;
  }
  const rows = receipt
    .filter(([, content]) => content !== '')
    .map(([heading, content]) => receiptRow(heading, content));
  terminal.line('\nReceipt');
  terminal.table([], rows);
}

function receiptRow(heading: string, content: string): string[] {
  return heading.endsWith(' (USD)')
    ? [heading.replace(' (USD)', ''), usd(Number(content))]
    : [heading, content];
}

/** The exact numbers of the run. */
export function showFigures(
  terminal: Terminal,
  { world }: EnrichedTable,
  figures: Figures,
  wall: boolean,
): void {
  const { executions, logs } = world.host;
  const by = (wanted: string): number => executions.filter((execution) => execution.by === wanted).length;
  const rows = [
    [wall ? 'Time' : 'Virtual time', duration(figures.virtualSeconds)],
    ['Executions', `menu ${by('menu')}, trigger ${by('clock')}, sidebar ${by('sidebar')}`],
    ['POST /tasks', String(figures.posts)],
    ['GET /tasks', String(figures.lists)],
    ['Calls to the sheet', String(figures.sheetCalls)],
    ['Billed', usd(figures.billedUsd)],
  ];
  terminal.line('Figures');
  terminal.table([], rows);
  for (const { fn, outcome, error } of executions)
    if (outcome !== 'completed')
      terminal.line(terminal.paint('red', `${fn} ${outcome}: ${printable(error ?? '')}`));
  for (const log of logs) terminal.line(`Log: ${printable(JSON.stringify(log))}`);
}

/** "$1.50", or as many digits as a small sum needs; "-$1.50" for what is owed. */
export function usd(amount: number): string {
  const digits = Math.abs(amount)
    .toFixed(6)
    .replace(/0{1,4}$/, '');
  return `${amount < 0 && Number(digits) > 0 ? '-' : ''}$${digits}`;
}

/** "42 s", "1 min 20 s", "2 h 5 min". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
