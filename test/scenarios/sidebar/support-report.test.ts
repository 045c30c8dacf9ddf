/** The report for support: how things stand, and not one word of a person's in it. */
import { describe, expect, it } from 'vitest';
import { TEST_KEY } from '../../doubles/linkup';
import { keptEverything, leftEverything } from '../../world/everything';
import { ask } from '../../world/sidebar';
import type { World } from '../../world/world';

const report = (world: World): string => ask(world, 'supportReport', null).text;

/** Whatever is a person's in that document: names, headings, cells, questions, addresses; and ids. */
const WORDS =
  /Facts|Size|Money|Half a thought|My countries|Sheet1|Country|Area|Note|Secret|capital|currency|area|Peru|Chad|Mali|Japan|Kenya|Corrected|What is the|How large|people pay|largest|Wikipedia|bob@|\b[0-9a-f]{10}\b/g;

/** Changes what the document keeps under a name that begins so. */
function change({ host }: World, prefix: string, changes: object): void {
  const { document } = host.properties;
  const [name = '', json = ''] = [...document].find(([key]) => key.startsWith(prefix)) ?? [];
  document.set(name, JSON.stringify({ ...JSON.parse(json), ...changes }));
}

describe('the report for support', () => {
  it('tells how everything stands, by shapes, counts and codes', async () => {
    const text = report(await leftEverything()).replace(/(?<=Linkup )[\d.]+/, 'VERSION');
    await expect(`${text}\n`).toMatchFileSnapshot('support-report.snapshot.txt');
  });

  it('holds nothing that a person has written anywhere, no key, no address and no id', async () => {
    let n = 0;
    const secrets = new Map<string, string>();
    const kept = keptEverything().replace(WORDS, (word) => {
      const secret = secrets.get(word) ?? `s3cret${++n}x`;
      secrets.set(word, secret);
      return secret;
    });
    const world = await leftEverything(kept);
    const trouble = { code: 'network', subject: 's3cret', since: world.clock.now(), times: 3 };
    change(world, 'linkup.run.', { paused: { code: 'bad-key', subject: 's3cret' }, trouble });
    change(world, 'linkup.schedule.', { off: { code: 'no-key', subject: 's3cret' }, by: 's3cret' });
    world.host.properties.document.set('linkup.enrichment.s3cret', '{"name":"s3cret"}');
    world.host.properties.document.set('linkup.s3cret', 's3cret');
    world.host.properties.document.set('s3cret', 's3cret');
    const text = report(world);
    expect(secrets.size).toBeGreaterThan(25);
    expect(text).not.toMatch(/s3cret/);
    for (const each of [TEST_KEY, 'owner@', 'example', world.host.spreadsheet.id])
      expect(text).not.toContain(each);
    for (const each of [
      'paused for bad-key',
      'trouble network, times 3',
      'off for no-key',
      'unreadable 1',
      'other 1',
    ])
      expect(text).toContain(each);
  });

  it('comes also where stores or sheets cannot be read, and names the codes', async () => {
    const world = await leftEverything();
    world.host.onServiceCall = ({ method }) => {
      if (['getProperties', 'getSpreadsheetLocale'].includes(method))
        throw new Error('Service failed: s3cret');
    };
    const text = report(world);
    expect(text).toContain('Enrich with Linkup');
    expect(text).toContain('A part is missing: cannot-read');
    expect(text).not.toMatch(/s3cret/);
  });
});
