/** SpreadsheetApp: the way to the document, its user interface and the builders. */
import {
  BooleanCriteria,
  MetadataLocationType,
  MetadataVisibility,
  ProtectionType,
  ValueType,
  WrapStrategy,
} from '../enums';
import { ServiceError } from '../errors';
import type { Execution } from '../execution';
import type { Makers } from '../makers';
import { flush, handle, lookup, service } from '../service';
import { cellImageBuilder } from './cell-image';
import { ruleBuilder } from './conditional-format';
import { filterCriteriaBuilder } from './filter';
import { rangeService } from './range';
import { richTextBuilder } from './rich-text';
import { SHEETS } from './scopes';
import { rangeList, sheetService } from './sheet';
import { activeRange, activeSheet, spreadsheetService } from './spreadsheet';
import { uiService } from './ui';
import { validationBuilder } from './validation';

type SpreadsheetApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Makes the document's handles for one execution. */
export function makersFor(run: Execution): Makers {
  return {
    range: (sheet, rect, open) => rangeService(run, sheet, rect, open),
    sheet: (sheet) => sheetService(run, sheet),
    spreadsheet: () => spreadsheetService(run),
  };
}

/** The global `SpreadsheetApp`. */
export function spreadsheetApp(run: Execution): SpreadsheetApp {
  // The type package promises a Spreadsheet; outside a document Google returns null all the same.
  const active = () => (run.hasDocument ? run.make.spreadsheet() : null) as Spreadsheet;
  return service<SpreadsheetApp>(
    run,
    'SpreadsheetApp',
    {
      DeveloperMetadataVisibility: MetadataVisibility,
      DeveloperMetadataLocationType: MetadataLocationType,
      WrapStrategy,
      ProtectionType,
      ValueType,
      BooleanCriteria,
      getActive: handle('', active),
      getActiveSpreadsheet: handle('', active),
      getActiveSheet: lookup('', () => run.make.sheet(activeSheet(run))),
      getActiveRange: lookup('', () => activeRange(run)),
      getActiveRangeList: lookup('', () => rangeList(run, activeSheet(run))),
      getUi: handle('', () => openUi(run), { mode: 'NONE', scopes: [] }),
      // The gate itself carries out the buffer before any call of this kind.
      flush: flush('', () => undefined),
      newConditionalFormatRule: handle('', () => ruleBuilder(run)),
      newFilterCriteria: handle('', () => filterCriteriaBuilder(run)),
      newCellImage: handle('', () => cellImageBuilder(run)),
      newDataValidation: handle('', () => validationBuilder(run)),
      newRichTextValue: handle('', () => richTextBuilder(run)),
    },
    { scopes: SHEETS },
  );
}

function openUi(run: Execution) {
  if (run.circumstances.by === 'clock') {
    throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
  }
  return uiService(run);
}
