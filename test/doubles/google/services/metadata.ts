/** SpreadsheetApp.DeveloperMetadata, its location and its finder. */
import { MetadataLocationType, MetadataVisibility } from '../enums';
import { ServiceError } from '../errors';
import type { Execution } from '../execution';
import { type Rect, rectOf } from '../model/geometry';
import type { Found, LocationType, Metadata, Place, Visibility } from '../model/metadata';
import type { Sheet } from '../model/sheet';
import { isInScope } from '../model/spreadsheet';
import { change, handle, read, service } from '../service';
import type { RangeData } from './handles';

type MetadataHandle = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type Location = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation;
type Finder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
type VisibilityConstant = GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility;

/** Where a finder looks: the whole document, a sheet, or a block of one. */
export interface Scope {
  readonly sheet?: Sheet;
  readonly rect?: Rect;
}

/** Sheets API text for metadata on a block that is no whole row or column. */
const ARBITRARY =
  'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.';

/** The one whole row or column that the range is; throws Google's text for any other range. */
export function wholeLine({ run, sheet, rect, open }: RangeData): { readonly metadata: Metadata[] } {
  const { metadataOnBoundedColumns: bounded } = run.state.knobs;
  const allRows = open.rows || (bounded && rect.row === 1 && rect.rows === sheet.maxRows);
  const allColumns = open.columns || (bounded && rect.column === 1 && rect.columns === sheet.maxColumns);
  if (allRows && rect.columns === 1) return sheet.column(rect.column);
  if (allColumns && rect.rows === 1) return sheet.row(rect.row);
  throw new ServiceError(ARBITRARY);
}

/** Adds metadata; `rest` is what follows the key in any overload: value, visibility, or both. */
export function addMetadata(run: Execution, list: Metadata[], key: string, rest: readonly unknown[]): void {
  const value = rest.find((item) => typeof item === 'string');
  list.push({
    id: run.state.spreadsheet.nextId(),
    key,
    value: typeof value === 'string' ? value : null,
    visibility: rest.includes(MetadataVisibility.PROJECT) ? 'PROJECT' : 'DOCUMENT',
  });
}

/** Handles for the metadata bound to exactly this row, column, sheet or document. */
export function metadataOf(run: Execution, list: readonly Metadata[]): MetadataHandle[] {
  return [...run.state.spreadsheet.allMetadata()]
    .filter(({ metadata }) => list.includes(metadata))
    .map((found) => metadataService(run, found));
}

function metadataService(run: Execution, { metadata, place }: Found): MetadataHandle {
  const { spreadsheet } = run.state;
  const checked = () => {
    const bound = [...spreadsheet.allMetadata()].some((found) => found.metadata === metadata);
    if (!bound) throw new ServiceError(`No developer metadata with id ${metadata.id} found.`);
    return metadata;
  };
  const self: MetadataHandle = service<MetadataHandle>(run, 'SpreadsheetApp.DeveloperMetadata', {
    getId: handle('', () => metadata.id),
    getKey: handle('', () => metadata.key),
    getValue: handle('', () => metadata.value),
    getVisibility: handle('', () => MetadataVisibility[metadata.visibility]),
    getLocation: handle('', () => locationService(run, place)),
    setValue: change('string', (value: string) => {
      checked().value = value;
      return self;
    }),
    setKey: change('string', (key: string) => {
      checked().key = key;
      return self;
    }),
    setVisibility: change('enum', (visibility: VisibilityConstant) => {
      checked().visibility = visibilityName(visibility);
      return self;
    }),
    remove: change('', () => {
      checked();
      spreadsheet.removeMetadata(metadata);
    }),
  });
  return self;
}

/** A snapshot: it says where the metadata was when it was found. */
function locationService(run: Execution, place: Place): Location {
  const sheet = run.state.spreadsheet.sheets.find(({ id }) => id === place.sheetId);
  const line = (type: LocationType) => {
    if (place.type !== type || !sheet || place.line === undefined) return null;
    return type === 'ROW'
      ? run.make.range(sheet, rectOf(place.line, 1, place.line, sheet.maxColumns))
      : run.make.range(sheet, rectOf(1, place.line, sheet.maxRows, place.line), {
          rows: true,
          columns: false,
        });
  };
  return service<Location>(run, 'SpreadsheetApp.DeveloperMetadataLocation', {
    getLocationType: handle('', () => MetadataLocationType[place.type]),
    getColumn: handle('', () => line('COLUMN')),
    getRow: handle('', () => line('ROW')),
    getSheet: handle('', () => (sheet ? run.make.sheet(sheet) : null)),
    getSpreadsheet: handle('', () => (place.type === 'SPREADSHEET' ? run.make.spreadsheet() : null)),
  });
}

/** `createDeveloperMetadataFinder()`: finds what lies inside the scope, or touches it. */
export function metadataFinder(run: Execution, scope: Scope): Finder {
  const tests: ((found: Found) => boolean)[] = [];
  let touching = false;
  const where = (test: (found: Found) => boolean): Finder => {
    tests.push(test);
    return self;
  };
  const self: Finder = service<Finder>(run, 'SpreadsheetApp.DeveloperMetadataFinder', {
    withKey: handle('string', (key: string) => where(({ metadata }) => metadata.key === key)),
    withValue: handle('string', (value: string) => where(({ metadata }) => metadata.value === value)),
    withId: handle('int', (id: number) => where(({ metadata }) => metadata.id === id)),
    withVisibility: handle('enum', (wanted) =>
      where(({ metadata }) => metadata.visibility === visibilityName(wanted)),
    ),
    withLocationType: handle('enum', (wanted) =>
      where(({ place }) => MetadataLocationType[place.type] === wanted),
    ),
    onIntersectingLocations: handle('', () => {
      touching = true;
      return self;
    }),
    find: read('', () =>
      [...run.state.spreadsheet.allMetadata()]
        .filter(({ place }) => inScope(place, scope, touching))
        .filter((found) => tests.every((test) => test(found)))
        .map((found) => metadataService(run, found)),
    ),
  });
  return self;
}

function inScope(place: Place, { sheet, rect }: Scope, touching: boolean): boolean {
  if (!sheet) return true;
  return rect ? isInScope(place, sheet, rect, touching) : place.sheetId === sheet.id;
}

const visibilityName = (constant: VisibilityConstant): Visibility =>
  constant === MetadataVisibility.PROJECT ? 'PROJECT' : 'DOCUMENT';
