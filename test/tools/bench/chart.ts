/** The picture in the README: what a job costs by its rows, ours as measured and row by row as other add-ons do it. Pure. */
import type { ByRow } from './by-row';
import type { Figures } from './figures';

/** A job, for the picture. */
export type Dot = Pick<Figures, 'rows' | 'sheetCalls' | 'virtualSeconds'>;

/** A point in a panel: rows, and calls or seconds. */
type Point = readonly [rows: number, value: number];

interface Panel {
  readonly title: string;
  readonly unit: (value: number) => string;
  readonly ours: readonly Point[];
  readonly byRow: (rows: number) => number;
  readonly ticks: readonly number[];
}

/** In CSS pixels: a panel's place for its curves, and what stands around it. */
const [WIDE, HIGH, LEFT, TOP, APART, BELOW] = [270, 170, 76, 56, 116, 64] as const;

const WIDTH = LEFT + 2 * WIDE + APART + 52;
const HEIGHT = TOP + HIGH + BELOW;

const STYLE = `
  text { font: 12px "Google Sans Text", Roboto, Arial, sans-serif; fill: #5f6368 }
  .title { font-weight: 500; font-size: 13px; fill: #202124 }
  .grid { stroke: #dadce0 } .ours { stroke: #1a73e8; fill: none } .dot { fill: #1a73e8 }
  .by-row { stroke: #d93025; fill: none; stroke-dasharray: 5 4 }
  text.ours-name { fill: #1a73e8 } text.by-row-name { fill: #d93025 }
  @media (prefers-color-scheme: dark) {
    text { fill: #9aa0a6 } .title { fill: #e8eaed } .grid { stroke: #3c4043 }
    .ours { stroke: #8ab4f8 } .dot, text.ours-name { fill: #8ab4f8 } .by-row { stroke: #f28b82 } text.by-row-name { fill: #f28b82 }
  }
`;

/** The picture as SVG, both axes by powers of ten. */
export function chartOf(jobs: readonly Dot[], { sheetCallsPerRow, secondsPerRow, rowsDone }: ByRow): string {
  const panels: Panel[] = [
    {
      title: 'Calls to the spreadsheet',
      unit: short,
      ours: jobs.map(({ rows, sheetCalls }) => [rows, sheetCalls]),
      byRow: (rows) => rows * sheetCallsPerRow,
      ticks: [10, 100, 1_000, 10_000, 100_000, 1_000_000],
    },
    {
      title: 'Time',
      unit: duration,
      ours: jobs.map(({ rows, virtualSeconds }) => [rows, virtualSeconds]),
      byRow: (rows) => rows * secondsPerRow,
      ticks: [10, 60, 600, 3_600, 36_000, 360_000],
    },
  ];
  const drawn = panels.map(
    (panel, i) => `<g transform="translate(${i * (WIDE + APART)} 0)">${draw(panel)}</g>`,
  );
  const ended = `Google ends a script after six minutes: row by row, that is after ${rowsDone} rows.`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Calls and time by rows">
<style>${STYLE}</style>
${drawn.join('\n')}
<text x="${LEFT}" y="${HEIGHT - 8}">${ended}</text>
</svg>
`;
}

function draw({ title, unit, ours, byRow, ticks }: Panel): string {
  const rows = [1_000, 10_000, 100_000];
  const [low, high] = [ticks[0] ?? 1, ticks.at(-1) ?? 1];
  const x = (value: number): number => LEFT + WIDE * share(value, 1_000, 100_000);
  const y = (value: number): number => TOP + HIGH * (1 - share(value, low, high));
  const path = (points: readonly Point[]): string =>
    points.map(([r, v], i) => `${i === 0 ? 'M' : 'L'}${x(r).toFixed(1)} ${y(v).toFixed(1)}`).join('');
  const theirs = rows.map((r): Point => [r, byRow(r)]);
  const last = ours.at(-1);
  return [
    `<text class="title" x="${LEFT}" y="24">${title}</text>`,
    ...ticks.map((tick) => line(LEFT, y(tick), LEFT + WIDE, unit(tick))),
    ...rows.map(
      (r) => `<text text-anchor="middle" x="${x(r)}" y="${TOP + HIGH + 20}">${short(r)} rows</text>`,
    ),
    `<path class="by-row" stroke-width="2" d="${path(theirs)}"/>`,
    `<path class="ours" stroke-width="2.5" d="${path(ours)}"/>`,
    ...ours.map(([r, v]) => `<circle class="dot" cx="${x(r).toFixed(1)}" cy="${y(v).toFixed(1)}" r="3.5"/>`),
    `<text class="by-row-name" text-anchor="end" x="${x(9_000)}" y="${(y(byRow(10_000)) - 10).toFixed(1)}">row by row</text>`,
    last === undefined
      ? ''
      : `<text class="ours-name" text-anchor="end" x="${x(last[0]).toFixed(1)}" y="${(y(last[1]) - 12).toFixed(1)}">Enrich with Linkup: ${unit(last[1])}</text>`,
  ].join('\n');
}

function line(from: number, at: number, to: number, label: string): string {
  return `<line class="grid" x1="${from}" y1="${at.toFixed(1)}" x2="${to}" y2="${at.toFixed(1)}"/><text text-anchor="end" x="${from - 8}" y="${(at + 4).toFixed(1)}">${label}</text>`;
}

/** Where a value stands between two others by their powers: 0 to 1. */
function share(value: number, low: number, high: number): number {
  return Math.log(Math.max(value, low) / low) / Math.log(high / low);
}

function short(value: number): string {
  if (value >= 1_000_000) return `${value / 1_000_000} M`;
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3_600) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3_600)} h`;
}
