/** The invented companies hold together, and every starter template of the sidebar finds its answers about them. */
import { describe, expect, it } from 'vitest';
import { BLANK, draftOf } from '../../src/sidebar/client/model/form';
import { STARTERS } from '../../src/sidebar/client/model/starter-texts';
import { startFrom } from '../../src/sidebar/client/model/starters';
import { worldKnowledge } from '../doubles/linkup';
import { COMPANIES, companyTable } from './companies';
import { withCompanies } from './company-web';
import { listed, makeList, rowsOn } from './lists';
import { SAYS, statusOf } from './says';
import { World } from './world';

const KNOWLEDGE = withCompanies(worldKnowledge());
const [HEADINGS = [], ...ROWS] = companyTable();

/** All that may stay empty: a statement that is right needs no correction. */
const MAY_BE_BLANK = ['Correct fact'];

describe('a company of the sample', () => {
  it.each(
    COMPANIES.map((company) => [company.name, company] as const),
  )('%s has nothing missing', (_, company) => {
    for (const value of Object.values(company).flat())
      expect(value === '' || Number.isNaN(value)).toBe(false);
    expect(company.announced > String(company.founded)).toBe(true);
    expect(company.since >= String(company.founded)).toBe(true);
  });

  it('shares neither name, website nor person with another', () => {
    for (const key of ['name', 'website', 'person'] as const)
      expect(new Set(COMPANIES.map((company) => company[key])).size).toBe(COMPANIES.length);
  });
});

describe('a list of companies', () => {
  const namesIn = (question: string) => KNOWLEDGE.listOf?.(question)?.map(({ name }) => name);

  it('has those of a place and of an industry, the largest first, without those that are to be left out', () => {
    expect(namesIn('The three largest companies')).toEqual(['Lumen Optics', 'Zephyr Motors', 'Solvanta']);
    expect(namesIn('Companies in Germany with website')).toEqual(['Lumen Optics']);
    const energy = 'The largest energy companies with website';
    expect(namesIn(energy)).toEqual(['Solvanta', 'Harborgrid']);
    expect(namesIn(`${energy}\nLeave out these, which are known: solvanta; Brotwerk`)).toEqual([
      'Harborgrid',
    ]);
    expect(namesIn('The two largest countries')).toEqual(['Russia', 'Antarctica']);
    expect(namesIn('The ten tallest trees')).toBeUndefined();
  });

  it('comes with what its table knows of each', async () => {
    const world = await World.open([HEADINGS], { knowledge: KNOWLEDGE });
    const fields = ['Company', 'Website', 'City', 'Founded'].map((name) => ({ name, kind: 'text' }) as const);
    const template = 'The two largest companies with website, city and year they were founded';
    const { kept } = makeList(world, { template, fields });
    const { sheet } = listed(world, kept);
    expect(rowsOn(world, sheet)).toEqual([
      ['Company', 'Website', 'City', 'Founded'],
      ['Lumen Optics', 'https://lumenoptics.example', 'Jena, Germany', '1994'],
      ['Zephyr Motors', 'https://zephyrmotors.example', 'Busan, South Korea', '2016'],
    ]);
  });
});

describe('on the table of companies', () => {
  it.each(
    STARTERS.map((starter) => [starter.label, starter] as const),
  )('“%s” is answered in every row', async (label, starter) => {
    const world = await World.open([HEADINGS, ...ROWS], { knowledge: KNOWLEDGE });
    world.save(draftOf(startFrom(starter, BLANK, HEADINGS)));
    world.press('Enrich…', 'YES');
    world.untilDone();
    expect(new Set(world.column(statusOf(label)))).toEqual(new Set([SAYS.done]));
    for (const [field] of starter.fields.filter(([name]) => !MAY_BE_BLANK.includes(name)))
      expect(world.column(field)).not.toContain('');
  });

  it('one website says the same as the search about it', () => {
    for (const { name, website, lowestPrice } of COMPANIES) {
      const found = KNOWLEDGE.topicOf(`What does ${name} cost?`);
      const page = KNOWLEDGE.pageAt(`https://www.${website}/pricing/`);
      expect(typeof page === 'object' && page.markdown).toContain(` ${lowestPrice} `);
      for (const { url } of found?.sources ?? []) expect(KNOWLEDGE.pageAt(url)).toHaveProperty('markdown');
    }
  });

  it('a question about its country is still one about the country', () => {
    expect(KNOWLEDGE.topicOf('What is the capital of Norway?')?.name).toBe('Norway');
    expect(KNOWLEDGE.pageAt('https://countries.example/nor')).toHaveProperty('markdown');
    expect(KNOWLEDGE.pageAt('https://brotwerk.example/nothing')).toBe('MISSING');
  });
});
