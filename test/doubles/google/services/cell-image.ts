/** SpreadsheetApp.CellImage: what `getValues` gives for a picture in a cell. */
import { ValueType } from '../enums';
import type { Execution } from '../execution';
import type { CellPicture } from '../model/cell';
import { Handles, handle, service } from '../service';

type CellImage = GoogleAppsScript.Spreadsheet.CellImage;
type Builder = GoogleAppsScript.Spreadsheet.CellImageBuilder;

/** What is behind the handles that scripts pass back. */
export const pictures = new Handles<CellPicture>();

/** The picture as a script holds it. */
export function cellImage(run: Execution, picture: CellPicture): CellImage {
  const self: CellImage = service<CellImage>(run, 'SpreadsheetApp.CellImage', {
    valueType: ValueType.IMAGE,
    getContentUrl: handle('', () => picture.url),
    getUrl: handle('', () => null),
    getAltTextTitle: handle('', () => picture.altText),
    getAltTextDescription: handle('', () => ''),
  });
  return pictures.set(self, picture);
}

/** `SpreadsheetApp.newCellImage()`. */
export function cellImageBuilder(run: Execution): Builder {
  let url = '';
  const self: Builder = service<Builder>(run, 'SpreadsheetApp.CellImageBuilder', {
    setSourceUrl: handle('string', (source: string) => {
      url = source;
      return self;
    }),
    build: handle('', () => cellImage(run, { url, altText: '' })),
  });
  return self;
}
