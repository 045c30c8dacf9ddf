/** `npm run listing`: the icons and the banner of a Marketplace listing. */
import { type Browser, chromium } from 'playwright-core';
import { Stopped } from '../../tools/common/bad-input';
import { ownStreams } from '../../tools/common/command-line';
import { findChromium } from '../chromium';
import { FOLDER, main } from './command';

let opened: Promise<Browser> | undefined;

async function start(): Promise<Browser> {
  const found = await findChromium();
  if ('options' in found) return chromium.launch(found.options);
  throw new Stopped(`No Chromium could be started. Install Chrome or Chromium.\n${found.missing}`);
}

function browser(): Promise<Browser> {
  opened ??= start();
  return opened;
}

process.exitCode = await main(process.argv.slice(2), { ...ownStreams(), browser, into: FOLDER });
if (process.exitCode === 0) await (await opened)?.close();
