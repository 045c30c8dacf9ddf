import { describe, expect, it } from 'vitest';
import { FIELD_KINDS } from '../../../src/enrichment/definition';
import { parseFields } from './fields';
import { parseOptions } from './options';
import { agreed, planOf } from './plan';

const options = (...args: string[]) => {
  const parsed = parseOptions(args);
  if (parsed === 'help') throw new Error('help');
  return parsed;
};

describe('options', () => {
  it('are a virtual, local run at standard depth unless something is said', () => {
    expect(options()).toEqual({
      fill: false,
      depth: 'standard',
      realtime: false,
      live: false,
      yes: false,
      json: false,
      tour: false,
      fail: 0,
      out: 'out',
    });
  });

  it('take values as they are meant', () => {
    expect(options('--rows', '20', '--depth', 'deep', '--fail', '.1', '--fields', 'a:bool')).toMatchObject({
      rows: 20,
      depth: 'deep',
      fail: 0.1,
      fields: [{ name: 'a', kind: 'yes/no' }],
    });
  });

  it('ask for help', () => {
    expect(parseOptions(['--rows', '3', '--help'])).toBe('help');
  });

  it.each([
    [['--rows', '0'], '--rows must be a whole number from 1 on, not "0"'],
    [['--rows', '2.5'], '--rows must be'],
    [['--rows=-5'], '--rows must be'],
    [['--rows', '-5'], "Option '--rows' needs a value; see --help"],
    [['--depth', 'deeper'], '--depth must be one of flash, fast, standard, deep, not "deeper"'],
    [['--fail', '2'], '--fail must be a number from 0 to 1'],
    [['--fail', ''], '--fail must be a number from 0 to 1'],
    [['--ask', ' '], '--ask is empty'],
    [['--csv', 'a.csv'], '--csv needs --ask "… {{Column}} …", or --fill'],
    [['--fill'], '--fill needs --csv FILE'],
    [['--csv', 'a.csv', '--fill', '--fields', 'a'], 'cannot go with --fields'],
    [['--live', '--fail', '0.5'], '--fail is for the local Linkup'],
    [['--tour', '--json', '--rows', '3'], '--tour plays what is fixed and cannot go with --rows'],
    [['--colour'], "Unknown option '--colour'; see --help"],
    [['more'], "Unexpected argument 'more'; see --help"],
  ])('refuse %j in one line', (args, sentence) => {
    expect(() => parseOptions(args)).toThrow(sentence);
    expect(() => parseOptions(args)).toThrow(/^[^\n]+$/);
  });
});

describe('fields', () => {
  it('are names with kinds, text where none is given', () => {
    expect(parseFields('capital, area: Number ,admitted:date,langs:list')).toEqual([
      { name: 'capital', kind: 'text' },
      { name: 'area', kind: 'number' },
      { name: 'admitted', kind: 'date' },
      { name: 'langs', kind: 'list' },
    ]);
  });

  it('may have a colon in their name', () => {
    expect(parseFields('ratio 1:2:number')).toEqual([{ name: 'ratio 1:2', kind: 'number' }]);
  });

  it('are of every kind but a choice, which would need its choices', () => {
    const written = FIELD_KINDS.map((kind, i) => `f${i}:${kind}`).filter((each) => !each.endsWith(':choice'));
    expect(parseFields(written.join(',')).map(({ kind }) => kind)).toEqual(
      FIELD_KINDS.filter((kind) => kind !== 'choice'),
    );
    expect(() => parseFields('size:choice')).toThrow(/^--fields: /);
    expect(parseFields('a:URL,b:email,c:integer').map(({ kind }) => kind)).toEqual([
      'link',
      'e-mail',
      'whole number',
    ]);
  });

  it('are none when nothing is written', () => {
    expect(parseFields(' ')).toEqual([]);
  });

  it.each(['a:blob', 'a:toString', ':text', 'a:text,,b:text'])('are refused as %j', (written) => {
    expect(() => parseFields(written)).toThrow(/^--fields: /);
  });
});

describe('a plan', () => {
  it('asks about 250 countries and can be compared', () => {
    const plan = planOf(options());
    expect(plan.table).toHaveLength(251);
    expect(plan).toMatchObject({ comparable: true, file: 'out/countries.csv', atMost: 1.5, notes: [] });
  });

  it('says how many countries there are when more are wanted', () => {
    expect(planOf(options('--rows', '999')).notes).toEqual([
      'There are 250 countries, not 999: all are asked.',
    ]);
  });

  it('has one answer for a question without fields, which nothing can be compared with', () => {
    const plan = planOf(options('--ask', 'Where is {{Country}}?', '--rows', '2'));
    expect(plan).toMatchObject({ comparable: false, draft: { shape: 'answer', fields: [] } });
  });

  it('costs more at depth deep', () => {
    expect(planOf(options('--depth', 'deep', '--rows', '10')).atMost).toBe(0.55);
  });
});

describe('a live run', () => {
  it('needs a key', () => {
    const live = options('--live', '--rows', '1');
    expect(() => agreed(planOf(live), live, undefined)).toThrow('LINKUP_API_KEY');
    expect(() => agreed(planOf(live), live, '')).toThrow('LINKUP_API_KEY');
  });

  it('needs consent above a dollar', () => {
    const dear = options('--live');
    expect(() => agreed(planOf(dear), dear, 'secret')).toThrow('may cost up to $1.50; add --yes');
    const consented = options('--live', '--yes');
    expect(agreed(planOf(consented), consented, 'secret')).toBe('secret');
    const cheap = options('--live', '--rows', '166');
    expect(agreed(planOf(cheap), cheap, 'secret')).toBe('secret');
  });
});
