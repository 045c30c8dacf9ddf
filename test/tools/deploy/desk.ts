/** One person's copy of the repository, in a folder of its own, with a stand-in for clasp: the command is typed there in tests. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Profile } from '../../doubles/google';
import { ClaspStandIn, type Script } from './clasp-stand-in';
import { main } from './command';
import { fileOf } from './own-script';

/** The id of a sheet that is there. */
export const SHEET = 'a-sheet-of-mine-0123456789';

/** In the shape of a build, and quicker to read. */
const BUILD = (profile: Profile) => ({
  'Code.js': `"use strict";\nvar enrichWithLinkup = (() => {\n  return { profile: '${profile}' };\n})();\n\nfunction onOpen(...args) {\n  return enrichWithLinkup.onOpen(...args);\n}\n`,
  'Sidebar.html': '<script>sidebarCall()</script>',
  'appsscript.json': '{}',
});

/** The desk: what is typed there, and what it leads to. */
export class Desk {
  readonly root = mkdtempSync(join(tmpdir(), 'enrich-deploy-'));
  readonly clasp = new ClaspStandIn();
  readonly said: string[] = [];
  readonly opened: string[] = [];
  refused = '';

  constructor() {
    this.write('.clasp.json', readFileSync('.clasp.json', 'utf8'));
    this.clasp.sheets.set(SHEET, 'Companies');
  }

  /** Types the command; gives its exit code. */
  deploy(...args: string[]): Promise<number> {
    return main(args, {
      root: this.root,
      clasp: this.clasp.run,
      build: async (profile) => this.build(profile),
      open: (url) => this.opened.push(url),
      out: (line) => this.said.push(line),
      err: (line) => {
        this.refused = line;
      },
    });
  }

  /** The script that is noted, as Google has it. */
  script(profile: Profile = 'bound'): Script {
    const noted = /"scriptId": "([^"]*)"/.exec(readFileSync(fileOf(this.root, profile), 'utf8'));
    const script = this.clasp.scripts.get(noted?.[1] ?? '');
    if (!script) throw new Error(`No script is noted for ${profile}`);
    return script;
  }

  read(name: string): string {
    return readFileSync(join(this.root, name), 'utf8');
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.root, name), text);
  }

  clear(): void {
    rmSync(this.root, { recursive: true });
  }

  private build(profile: Profile): string {
    mkdirSync(join(this.root, 'dist'), { recursive: true });
    for (const [name, text] of Object.entries(BUILD(profile))) this.write(`dist/${name}`, text);
    return 'dist/';
  }
}
