/** Apps Script's enumerations: constants that are objects, print their name and compare by identity. */

/** One constant. */
export class EnumConstant {
  constructor(
    private readonly constant: string,
    private readonly position: number,
  ) {
    Object.freeze(this);
  }

  name(): string {
    return this.constant;
  }

  ordinal(): number {
    return this.position;
  }

  toString(): string {
    return this.constant;
  }

  toJSON(): string {
    return this.constant;
  }
}

/** Makes the enumeration `E` of the type package with exactly these names, in order. */
function enumeration<E extends object>(...names: readonly (keyof E & string)[]): E {
  const constants = Object.fromEntries(names.map((name, i) => [name, new EnumConstant(name, i)]));
  // The type package says `number`, Google hands out objects; scripts may only compare and print them.
  return Object.freeze(constants) as unknown as E;
}

/** ScriptApp.AuthMode. */
export const AuthMode = enumeration<typeof GoogleAppsScript.Script.AuthMode>(
  'NONE',
  'CUSTOM_FUNCTION',
  'LIMITED',
  'FULL',
);
/** ScriptApp.AuthorizationStatus. */
export const AuthorizationStatus = enumeration<typeof GoogleAppsScript.Script.AuthorizationStatus>(
  'REQUIRED',
  'NOT_REQUIRED',
);
/** ScriptApp.EventType. */
export const EventType = enumeration<typeof GoogleAppsScript.Script.EventType>(
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
);
/** ScriptApp.TriggerSource. */
export const TriggerSource = enumeration<typeof GoogleAppsScript.Script.TriggerSource>(
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
);
/** Ui.Button. */
export const Button = enumeration<typeof GoogleAppsScript.Base.Button>('CLOSE', 'OK', 'CANCEL', 'YES', 'NO');
/** Ui.ButtonSet. */
export const ButtonSet = enumeration<typeof GoogleAppsScript.Base.ButtonSet>(
  'OK',
  'OK_CANCEL',
  'YES_NO',
  'YES_NO_CANCEL',
);
/** SpreadsheetApp.DeveloperMetadataVisibility. */
export const MetadataVisibility = enumeration<
  typeof GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility
>('DOCUMENT', 'PROJECT');
/** SpreadsheetApp.DeveloperMetadataLocationType. */
export const MetadataLocationType = enumeration<
  typeof GoogleAppsScript.Spreadsheet.DeveloperMetadataLocationType
>('SPREADSHEET', 'SHEET', 'ROW', 'COLUMN');
/** SpreadsheetApp.WrapStrategy. */
export const WrapStrategy = enumeration<typeof GoogleAppsScript.Spreadsheet.WrapStrategy>(
  'WRAP',
  'OVERFLOW',
  'CLIP',
);
/** SpreadsheetApp.ProtectionType. */
export const ProtectionType = enumeration<typeof GoogleAppsScript.Spreadsheet.ProtectionType>(
  'RANGE',
  'SHEET',
);
/** Utilities.DigestAlgorithm. */
export const DigestAlgorithm = enumeration<typeof GoogleAppsScript.Utilities.DigestAlgorithm>(
  'MD2',
  'MD5',
  'SHA_1',
  'SHA_256',
  'SHA_384',
  'SHA_512',
);
/** Utilities.Charset. */
export const Charset = enumeration<typeof GoogleAppsScript.Utilities.Charset>('US_ASCII', 'UTF_8');
/** SpreadsheetApp.ValueType. */
export const ValueType = enumeration<typeof GoogleAppsScript.Spreadsheet.ValueType>('IMAGE');
/** SpreadsheetApp.DataValidationCriteria, as far as the host makes rules. */
export const DataValidationCriteria = enumeration<
  Pick<
    typeof GoogleAppsScript.Spreadsheet.DataValidationCriteria,
    'CHECKBOX' | 'VALUE_IN_LIST' | 'DATE_IS_VALID_DATE' | 'NUMBER_BETWEEN' | 'CUSTOM_FORMULA'
  >
>('CHECKBOX', 'VALUE_IN_LIST', 'DATE_IS_VALID_DATE', 'NUMBER_BETWEEN', 'CUSTOM_FORMULA');
/** SpreadsheetApp.BooleanCriteria, as the reference lists it: the type package lacks two. */
export const BooleanCriteria = enumeration<
  typeof GoogleAppsScript.Spreadsheet.BooleanCriteria &
    Record<'DATE_NOT_EQUAL_TO' | 'TEXT_NOT_EQUAL_TO', GoogleAppsScript.Spreadsheet.BooleanCriteria>
>(
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_EQUAL_TO',
  'DATE_NOT_EQUAL_TO',
  'DATE_AFTER_RELATIVE',
  'DATE_BEFORE_RELATIVE',
  'DATE_EQUAL_TO_RELATIVE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_NOT_EQUAL_TO',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'CUSTOM_FORMULA',
);
