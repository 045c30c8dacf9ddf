/** An address is one however often it is asked. */
import { expect, it } from 'vitest';
import { urlIn } from './url-in';

/** After far fewer V8 has optimised what is called. */
const OFTEN = 100_000;

it('takes letters beyond ASCII at the first time and at the hundred thousandth', () => {
  let taken = 0;
  for (let i = 0; i < OFTEN; i++) if (urlIn('https://bücher.example/ü')) taken++;
  expect(taken).toBe(OFTEN);
  expect(urlIn('https://b ücher.example')).toBeUndefined();
});
