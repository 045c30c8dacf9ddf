/** The country in a question is found, for all 250 and for the names that contain each other. */

import { describe, expect, it } from 'vitest';
import countries from 'world-countries';
import { findCountry } from './find-country';

function about(name: string): string | undefined {
  return findCountry(`What is the capital of ${name}, its area in km², its currency, and is it landlocked?`)
    ?.name.common;
}

describe('findCountry', () => {
  it.each(countries.map((country) => country.name.common))('finds %s', (name) => {
    expect(about(name)).toBe(name);
    expect(about(`“${name}”`)).toBe(name);
  });

  it.each([
    ['Guinea-Bissau', 'Guinea-Bissau'],
    ['the Congo', 'Republic of the Congo'],
    ['the Democratic Republic of the Congo', 'DR Congo'],
    ["Côte d'Ivoire", 'Ivory Coast'],
    ['Cote d’Ivoire', 'Ivory Coast'],
    ['Turkiye', 'Türkiye'],
    ['St. Lucia', 'Saint Lucia'],
    ['the United States of America', 'United States'],
    ['the UK', 'United Kingdom'],
    ['the USA', 'United States'],
    ['SWITZERLAND', 'Switzerland'],
    ["'Chad'", 'Chad'],
  ])('knows %s as %s', (written, name) => {
    expect(about(written)).toBe(name);
  });

  it.each([
    'Tell us about the biggest island',
    'Is it in or at sea?',
    'Nigeriana',
    '',
  ])('finds no country in "%s"', (text) => {
    expect(findCountry(text)).toBeUndefined();
  });

  it('reads a possessive', () => {
    expect(findCountry("Which is Mali's capital?")?.name.common).toBe('Mali');
  });
});
