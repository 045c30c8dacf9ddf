/** Cells of format `@`, formats for texts, pictures, and texts with links. */
import { type Desk, type Question, told } from '../question';

/** A picture of Google's own, which every account may read. */
const PICTURE = 'https://www.gstatic.com/images/branding/product/1x/sheets_48dp.png';

/** The questions about cells that are not of the ordinary kind. */
export const LOOKS: readonly Question[] = [
  {
    id: 'plain-equals',
    asks: 'Does =… stay a text in a cell of format @?',
    knobs: ['plainTextKeepsEquals'],
    sureness: 'assumed',
    means: 'Nothing of ours: texts are written behind an apostrophe there as well.',
    adapts: 'the apostrophe does for both',
    ask: (desk) => plain(desk, '=1+1'),
  },
  {
    id: 'plain-apostrophe',
    asks: 'Is a leading apostrophe taken off in a cell of format @ too?',
    knobs: ['plainTextDropsApostrophe'],
    sureness: 'assumed',
    means: 'Answers in somebody’s own column of format @ take two calls more a window.',
    adapts:
      'columns of ours are made General before they are written; in others what is read back with its apostrophe is written again as a text with links is',
    ask: (desk) => plain(desk, "'x"),
  },
  {
    id: 'plain-numbers',
    asks: 'Does a number stay a number in a cell of format @?',
    knobs: ['plainTextKeepsNumbers'],
    sureness: 'assumed',
    means: 'Sums over somebody’s own column of format @ would be zero after it was filled.',
    adapts: 'columns of ours are made General; a column of format @ that is filled is offered as texts',
    ask: (desk) => plain(desk, 5),
  },
  {
    id: 'text-formats',
    asks: 'How do formats for texts show them?',
    knobs: [],
    sureness: 'documented',
    means:
      'A text that is shown otherwise for good would look typed over by somebody, and never be filled again.',
    ask: ({ sheet, facts }) => {
      ['_(@_)', '@" Inc."', ';;;', '0.00'].forEach((format, i) => {
        const cell = sheet
          .getRange(i + 1, 1)
          .setNumberFormat(format)
          .setValue('n/a');
        facts[format] =
          `${told(cell.getValue(), 'Etc/UTC')}, shown ${JSON.stringify(cell.getDisplayValue())}`;
      });
    },
  },
  {
    id: 'picture',
    asks: 'What do scripts read from a picture in a cell?',
    knobs: [],
    sureness: 'observed',
    means: 'Rows with pictures would be asked with the word CellImage, or look empty.',
    ask: ({ sheet, facts }) => {
      const cell = sheet.getRange(1, 1);
      cell.setValue(SpreadsheetApp.newCellImage().setSourceUrl(PICTURE).build());
      SpreadsheetApp.flush();
      const value: unknown = cell.getValue();
      facts['typeof getValue()'] = typeof value;
      facts.shown = cell.getDisplayValue();
      sheet.getRange(2, 1).setValue(value);
      facts['written again as it was read'] = typeof sheet.getRange(2, 1).getValue();
      facts['last row'] = sheet.getLastRow();
    },
  },
  {
    id: 'rich-text',
    asks: 'Does a text with a link stay the text that it is, and which addresses may it have?',
    knobs: [],
    sureness: 'assumed',
    means: 'Sources would be written as bare addresses, or a linked “007” would become 7.',
    ask: (desk) => richText(desk),
  },
];

function plain({ sheet, facts }: Desk, written: string | number): void {
  const cell = sheet.getRange(1, 1).setNumberFormat('@').setValue(written);
  facts['getValue()'] = told(cell.getValue(), 'Etc/UTC');
  facts['getFormula()'] = cell.getFormula();
}

function richText(desk: Desk): void {
  const { sheet, facts } = desk;
  const linked = (text: string, url: string) =>
    SpreadsheetApp.newRichTextValue().setText(text).setLinkUrl(url).build();
  ['007', '=1+1', '2026-10-02'].forEach((text, i) => {
    const cell = sheet.getRange(i + 1, 1).setRichTextValue(linked(text, 'https://example.com/'));
    facts[text] = `${told(cell.getValue(), 'Etc/UTC')}, leads to ${cell.getRichTextValue()?.getLinkUrl()}`;
  });
  for (const url of ['mailto:a@example.com', '#gid=0', 'ftp://example.com/', 'example.com'])
    desk.tries(`a link to ${url}`, () => linked('x', url));
  sheet.getRange(1, 2, 1, 2).setValues([[5, '']]);
  facts['of a number'] = sheet.getRange(1, 2).getRichTextValue() === null ? 'null' : 'a text';
  facts['of a blank'] = sheet.getRange(1, 3).getRichTextValue() === null ? 'null' : 'a text';
}
