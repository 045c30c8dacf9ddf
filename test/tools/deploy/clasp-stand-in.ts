/**
 * clasp 3.4.1 and the Google behind it, without a network: the commands that the deployment gives, with clasp's own texts, exit codes
 * and habits (it makes the sheet before its script, needs absolute projects, writes what it pulls). What Google answers is as reported.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Answered, Clasp } from './run-clasp';

/** A script as Google keeps it: names with endings, as clasp writes them. */
export interface Script {
  files: Record<string, string>;
  readonly parentId?: string | undefined;
}

/** What Google says to whom. */
export const SAYS = {
  apiOff:
    'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.',
  notFound: 'Requested entity was not found.',
  notAllowed: 'The caller does not have permission',
  invalid: 'Request contains an invalid argument.',
  expired: 'invalid_grant',
  unticked: 'Request had insufficient authentication scopes.',
  offline:
    'request to https://script.googleapis.com/v1/projects failed, reason: getaddrinfo ENOTFOUND script.googleapis.com',
} as const;

const MANIFEST = '{\n  "timeZone": "Europe/Paris"\n}';

/** clasp refuses by an exception, and ends with 1. */
class Refused extends Error {}

/** One person's clasp, and their Google. */
export class ClaspStandIn {
  loggedIn = true;
  email: string | undefined = 'ana@example.com';
  /** Thrown by every request to the script API, in place of an answer. */
  answer: string | undefined;
  /** The same, of creating a script only. */
  answerToCreate: string | undefined;
  /** Paths are named as on Windows. */
  isWindows = false;
  /** After a script was made, the line is cut. */
  cutAfterCreate = false;
  readonly sheets = new Map<string, string>();
  readonly scripts = new Map<string, Script>();
  readonly commands: string[] = [];

  readonly run: Clasp = async (args) => {
    const [project, rest] = args[0] === '-P' ? [args[1], args.slice(2)] : [undefined, args];
    const [command = '', ...options] = rest;
    this.commands.push(command);
    try {
      return { code: 0, err: '', out: `${this.answerTo(command, options, project)}\n` };
    } catch (thrown) {
      if (thrown instanceof Answer) return thrown.answered;
      if (!(thrown instanceof Refused)) throw thrown;
      return { code: 1, err: `${thrown.message}\n`, out: '' };
    }
  };

  private answerTo(command: string, options: readonly string[], project: string | undefined): string {
    if (command === 'show-authorized-user')
      return JSON.stringify({ loggedIn: this.loggedIn, email: this.loggedIn ? this.email : undefined });
    if (project === undefined || !existsSync(project))
      throw new Refused(`Invalid --project path: ${project}.`);
    if (!isAbsolute(project))
      throw new Refused('Security Error: Content directory resolves outside the project root');
    if (command === 'create-script') return this.create(options, project);
    if (command === 'pull')
      return JSON.stringify({ pulledFiles: this.pull(project, this.own(project)), deletedFiles: [] });
    if (command === 'push') return this.push(project, options);
    if (command === 'list-versions')
      return this.request(this.own(project)) && 'No deployed versions of script.';
    throw new Error(`The deployment never says ${command}`);
  }

  private create(options: readonly string[], project: string): string {
    if (settings(project).scriptId)
      throw new Answer({ code: 0, err: 'Project file already exists.\n', out: '' });
    this.checkLogin();
    const title = optionOf(options, '--title') ?? '';
    const isNew = optionOf(options, '--type') === 'sheets';
    const parentId = isNew
      ? `sheet-of-${'x'.repeat(30)}-${this.sheets.size}`
      : optionOf(options, '--parentId');
    if (isNew && parentId) this.sheets.set(parentId, title);
    const answer = this.answer ?? this.answerToCreate;
    if (answer) throw new Refused(answer);
    if (parentId && !this.sheets.has(parentId)) throw new Refused(SAYS.notFound);
    const id = `script-${'y'.repeat(45)}-${this.scripts.size}`;
    this.scripts.set(id, { files: { 'appsscript.json': MANIFEST }, parentId });
    const address = `https://script.google.com/d/${id}/edit`;
    const sheet = `https://drive.google.com/open?id=${parentId}`;
    const alone = parentId === undefined ? '' : `\nBound to document: ${sheet}`;
    const said = isNew
      ? `Created new document: ${sheet}\nCreated new script: ${address}`
      : `Created new script: ${address}${alone}`;
    if (this.cutAfterCreate) throw new Answer({ code: 1, err: `${SAYS.offline}\n`, out: `${said}\n` });
    this.pull(project, id);
    return `${said}\n└─ appsscript.json\nCloned one file.`;
  }

  private pull(project: string, id: string): string[] {
    const folder = contentOf(project);
    mkdirSync(folder, { recursive: true });
    return Object.entries(this.request(id).files).map(([name, text]) => {
      const path = join(folder, name);
      if (text !== '') writeFileSync(path, text);
      const named = relative(process.cwd(), path);
      return this.isWindows ? named.replaceAll('/', '\\') : named;
    });
  }

  private push(project: string, options: readonly string[]): string {
    const [folder, script] = [contentOf(project), this.request(this.own(project))];
    const files = Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
    const changed = Object.keys(files).filter((name) => files[name] !== script.files[name]);
    if (changed.length === 0) return 'Script is already up to date.';
    if (changed.includes('appsscript.json') && !options.includes('--force')) return 'Skipping push.';
    script.files = files;
    return `Pushed ${changed.length} files at 1:02:03 PM.\n${Object.keys(files).join('\n')}`;
  }

  /** A request about a script, answered or refused. */
  private request(id: string): Script {
    this.checkLogin();
    if (this.answer) throw new Refused(this.answer);
    const script = this.scripts.get(id);
    if (!script) throw new Refused(SAYS.notFound);
    return script;
  }

  private checkLogin(): void {
    if (!this.loggedIn) throw new Refused('No credentials found.');
  }

  private own(project: string): string {
    const { scriptId } = settings(project);
    if (!scriptId) throw new Refused('Project settings not found.');
    return scriptId;
  }
}

/** An answer that is neither a plain success nor a plain refusal. */
class Answer extends Error {
  constructor(readonly answered: Answered) {
    super();
  }
}

function optionOf(options: readonly string[], name: string): string | undefined {
  const at = options.indexOf(name);
  return at < 0 ? undefined : options[at + 1];
}

/** Written by the deployment, a moment ago. */
function settings(project: string): { scriptId?: string; rootDir?: string } {
  return JSON.parse(readFileSync(project, 'utf8')) as { scriptId?: string; rootDir?: string };
}

const contentOf = (project: string): string => resolve(dirname(project), settings(project).rootDir ?? '.');
