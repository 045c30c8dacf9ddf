/** SpreadsheetApp.ConditionalFormatRule and its builder. Rules are kept, not evaluated. */
import { ServiceError } from '../errors';
import type { Execution } from '../execution';
import type { ConditionalRule } from '../model/regions';
import type { Sheet } from '../model/sheet';
import { Handles, handle, service } from '../service';
import { ranges } from './handles';

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type Range = GoogleAppsScript.Spreadsheet.Range;

interface RuleData {
  readonly sheet: Sheet;
  readonly rule: ConditionalRule;
}

/** What is behind the rule handles that scripts pass back. */
export const conditionalRules = new Handles<RuleData>();

/** A handle of a rule that is on a sheet, or will be. */
export function ruleService(run: Execution, data: RuleData): Rule {
  const self = service<Rule>(run, 'SpreadsheetApp.ConditionalFormatRule', {
    getRanges: handle('', () => data.rule.ranges.map((rect) => run.make.range(data.sheet, rect))),
    copy: handle('', () => ruleBuilder(run, data)),
    getBooleanCondition: handle('', () => conditionService(run, data.rule.condition)),
  });
  return conditionalRules.set(self, data);
}

type Condition = GoogleAppsScript.Spreadsheet.BooleanCondition;

function conditionService(run: Execution, { values }: ConditionalRule['condition']): Condition {
  return service<Condition>(run, 'SpreadsheetApp.BooleanCondition', {
    getCriteriaValues: handle('', () => [...values]),
  });
}

/** `SpreadsheetApp.newConditionalFormatRule()`. */
export function ruleBuilder(run: Execution, from?: RuleData): Builder {
  let draft: Partial<ConditionalRule> = { ...from?.rule };
  let sheet = from?.sheet;
  const set = (part: Partial<ConditionalRule>): Builder => {
    draft = { ...draft, ...part };
    return self;
  };
  const when = (type: string) => (text: string) => set({ condition: { type, values: [text] } });
  const whenNumber = (type: string) => (value: number) => set({ condition: { type, values: [value] } });
  const build = (): Rule => {
    const { condition, ranges: rects, background = null, fontColor = null, bold = null } = draft;
    if (!condition) throw new ServiceError('Conditional format rule must have a condition.');
    if (!rects || rects.length === 0 || !sheet) {
      throw new ServiceError('Conditional format rules must have at least one range.');
    }
    return ruleService(run, { sheet, rule: { condition, ranges: rects, background, fontColor, bold } });
  };
  const self: Builder = service<Builder>(run, 'SpreadsheetApp.ConditionalFormatRuleBuilder', {
    whenFormulaSatisfied: handle('string', when('CUSTOM_FORMULA')),
    whenTextEqualTo: handle('string', when('TEXT_EQ')),
    whenTextContains: handle('string', when('TEXT_CONTAINS')),
    whenTextStartsWith: handle('string', when('TEXT_STARTS_WITH')),
    whenNumberEqualTo: handle('number', whenNumber('NUMBER_EQ')),
    setBackground: handle('string|null', (background: string | null) => set({ background })),
    setFontColor: handle('string|null', (fontColor: string | null) => set({ fontColor })),
    setBold: handle('boolean|null', (bold: boolean | null) => set({ bold })),
    setRanges: handle('SpreadsheetApp.Range[]', (given: Range[]) => {
      const all = given.map((range) => ranges.get(range));
      sheet = all[0]?.sheet;
      return set({ ranges: all.map(({ rect }) => rect) });
    }),
    build: handle('', build),
  });
  return self;
}
