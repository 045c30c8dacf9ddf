/** Ids and addresses of sheets and scripts, as people copy them from their browser. */
import { BadInput } from '../common/bad-input';

/** What Google's ids are made of; sheets have 44 characters, scripts 57, and older ones fewer. */
const ID = /^[\w-]{20,}$/;

/** What has an address like a sheet's and is none. */
const OTHERS: readonly (readonly [pattern: RegExp, refusal: string])[] = [
  [
    /\/spreadsheets\/(u\/\d+\/)?d\/e\//,
    'This is the address of a published copy. Open the sheet itself, and copy its address from there.',
  ],
  [
    /[?&]rtpof=true/,
    'This is an Excel file, which can hold no script. Choose File → Save as Google Sheets, and copy the address of what that makes.',
  ],
  [/\/(document|presentation|forms)\//, 'This is no sheet but another kind of Google document.'],
  [
    /script\.google\.com/,
    'This is the address of a script. Copy the address of the sheet, from the tab that shows its cells.',
  ],
  [/\/drive\/folders\//, 'This is the address of a folder. Open the sheet in it, and copy its address.'],
];

/** The id of a sheet in its address, or alone. Throws BadInput, saying what the text is instead. */
export function sheetIdIn(text: string): string {
  const address = text.trim();
  if (ID.test(address)) return address;
  const other = OTHERS.find(([pattern]) => pattern.test(address));
  if (other) throw new BadInput(other[1]);
  const [, id = ''] =
    /\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)|[?&]id=([\w-]+)/.exec(address)?.filter(Boolean) ?? [];
  if (ID.test(id)) return id;
  throw new BadInput(
    `“${address}” is no address of a sheet. Open the sheet and copy all that stands in the address bar, such as https://docs.google.com/spreadsheets/d/…/edit`,
  );
}

/** The id of a script alone, or in the address of its editor; undefined for anything else. */
export function scriptIdIn(text: string): string | undefined {
  const [, id = text.trim()] =
    /script\.google\.com\/(?:home\/projects|(?:u\/\d+\/)?d)\/([\w-]+)/.exec(text) ?? [];
  return ID.test(id) ? id : undefined;
}

/** Where a sheet is opened. */
export const sheetUrl = (id: string): string => `https://docs.google.com/spreadsheets/d/${id}/edit`;

/** Where a script is opened. */
export const scriptUrl = (id: string): string => `https://script.google.com/d/${id}/edit`;
