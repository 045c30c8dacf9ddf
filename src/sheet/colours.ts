/**
 * What Status cells look like, in every row that there is. Google lets a rule grow with rows that are inserted inside its range; those
 * above its first row, or below its last one, it leaves out.
 */
import { columnLetters } from '../enrichment/letters';
import { orLog } from '../enrichment/problem';
import { STATUS_COLOURS } from '../enrichment/status';
import { conditionalFormat, type Sheet } from './spreadsheet';
import type { TableView } from './table';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** A column, and the row of its heading, both from 1. */
interface Column {
  readonly at: number;
  readonly top: number;
}

/** A column below its heading, which stands in row `top`, down to the last row of the grid. */
export function bodyOf(sheet: Sheet, at: number, top: number): Range {
  const letters = columnLetters(at);
  return sheet.getRange(`${letters}${top + 1}:${letters}`);
}

/** Gives a Status column its colours, where it has none or not in all rows. Where Google will not have the rules, the words say the same. */
export function colourStatus(sheet: Sheet, at: number, top: number): void {
  orLog(() => {
    const rules = sheet.getConditionalFormatRules();
    if (!rules.some((rule) => rangeIn(rule, at)))
      sheet.setConditionalFormatRules([...rules, ...statusRules(bodyOf(sheet, at, top))]);
    else extend(sheet, { at, top }, rules, bodyOf(sheet, at, top).getLastRow());
  });
}

/** Colours the rows down to `last` that came after the Save. Colours that somebody took away stay away until the next one. */
export function colourNewRows(sheet: Sheet, { layout, firstRow }: TableView, last: number): void {
  const column = { at: layout.status, top: firstRow - 1 };
  if (column.at > 0) orLog(() => extend(sheet, column, sheet.getConditionalFormatRules(), last));
}

/** Nothing but one call where the rules reach down to `last`, as they mostly do. Ours are behind the person's, or were when they came. */
function extend(sheet: Sheet, { at, top }: Column, rules: readonly Rule[], last: number): void {
  const isWhole = (rule: Rule): boolean => {
    const range = rangeIn(rule, at);
    return range !== undefined && range.getLastRow() >= last && range.getRow() <= top + 1;
  };
  if ([...rules].reverse().some(isWhole)) return;
  const body = bodyOf(sheet, at, top);
  const extended = rules.map((rule) => (isOurs(rule, at) ? rule.copy().setRanges([body]).build() : rule));
  sheet.setConditionalFormatRules(extended);
}

/** Whatever colours a person has given it since, a rule is ours by the word that it goes by. */
function isOurs(rule: Rule, at: number): boolean {
  if (!rangeIn(rule, at)) return false;
  const [word] = rule.getBooleanCondition()?.getCriteriaValues() ?? [];
  return STATUS_COLOURS.some(([startsWith]) => startsWith === word);
}

function rangeIn(rule: Rule, at: number): Range | undefined {
  return rule.getRanges().find((range) => range.getColumn() === at);
}

function statusRules(cells: Range): Rule[] {
  return STATUS_COLOURS.map(([startsWith, text, background]) =>
    conditionalFormat()
      .whenTextStartsWith(startsWith)
      .setFontColor(text)
      .setBackground(background)
      .setRanges([cells])
      .build(),
  );
}
