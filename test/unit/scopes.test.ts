/** The manifest asks for what the built script needs, and for nothing else: each scope has a call, and each service has its scope. */
import { describe, expect, it } from 'vitest';
import { built, PROFILES } from '../world/built';
import { scopesNeededBy, scopesOf } from '../world/scopes';

/** Services that the script may name, with the scopes that their calls may need. */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  SpreadsheetApp: ['spreadsheets.currentonly', 'script.container.ui'],
  UrlFetchApp: ['script.external_request'],
  ScriptApp: ['script.scriptapp'],
  Session: ['userinfo.email'],
  HtmlService: [],
  LockService: [],
  PropertiesService: [],
  Utilities: [],
};

/** What “the spreadsheet at hand only” does not cover, or what would share it with others. */
const BEYOND =
  /\.(openById|openByUrl|addEditors?|addViewers?|removeEditor|removeViewer|setSharing|getOAuthToken|getBlob|getAs|fetchAll)\(/g;

/** Names of Google's services, known and unknown. */
const SERVICE =
  /(?<![\w.$'"])(?:[A-Z]\w*(?:App|Service)|Session|Utilities|Browser|Logger|Drive|Sheets|People)(?=[.,);\s])/g;

describe.each(PROFILES)('the manifest of the %s profile', (profile) => {
  const files = built(profile);
  const scopes = async (): Promise<string[]> => scopesOf((await files)['appsscript.json'] ?? '{}');

  it('asks for each scope that a call needs, and for no other', async () => {
    expect(await scopes()).toEqual(scopesNeededBy((await files)['Code.js'] ?? ''));
  });

  it('covers every service that the script names', async () => {
    const code = (await files)['Code.js'] ?? '';
    const named = new Set(code.match(SERVICE) ?? []);
    expect([...named].filter((service) => !(service in SERVICES))).toEqual([]);
    const asked = await scopes();
    const missing = [...named]
      .flatMap((service) => SERVICES[service] ?? [])
      .filter((scope) => !asked.includes(scope));
    expect(missing).toEqual([]);
  });

  it('needs no more than the spreadsheet at hand', async () => {
    expect((await files)['Code.js']?.match(BEYOND) ?? []).toEqual([]);
  });

  it('names the one host that is fetched from', async () => {
    const { urlFetchWhitelist } = JSON.parse((await files)['appsscript.json'] ?? '{}');
    expect(urlFetchWhitelist).toEqual(['https://api.linkup.so/']);
  });
});
