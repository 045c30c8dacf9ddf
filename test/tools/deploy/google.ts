/** What is asked of Google by clasp, each with its refusal as a sentence. clasp 3.4.1 may refuse and still end with 0: what it wrote counts. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Stopped } from '../common/bad-input';
import type { HeldFile } from './held';
import type { OwnScript } from './own-script';
import { type Attempt, notLoggedIn, refusal, refusalOfAll } from './refusals';
import type { Answered, Clasp } from './run-clasp';

/** Where clasp works while nothing of the repository may change: it writes what it pulls into the folder of its project. */
const DESK = 'out/deploy';

/** An id that no script has: asking for it shows whether Google answers at all. */
const NOBODYS = '1'.repeat(57);

/** Google, for whoever is logged in. */
export class Google {
  private readonly desk: string;

  private constructor(
    private readonly clasp: Clasp,
    root: string,
    /** Their address, where Google tells it. */
    readonly who: string | undefined,
    private readonly isScratch: boolean,
  ) {
    this.desk = resolve(root, DESK);
  }

  /**
   * Throws Stopped without a login. That there is one does not mean that Google still takes it. Of what is made for one use only,
   * refusals say that it is to be deleted.
   */
  static async logIn(clasp: Clasp, root: string, isScratch = false): Promise<Google> {
    const answered = await clasp(['show-authorized-user', '--json']);
    const { loggedIn, email } = userIn(answered);
    if (!loggedIn) throw new Stopped(notLoggedIn());
    return new Google(clasp, root, email, isScratch);
  }

  /** Makes a script: in a new sheet, in one that is there, or alone. */
  async create(step: 'new' | 'sheet' | 'script', subject: string, title: string): Promise<OwnScript> {
    await this.checkAnswers(step, subject);
    const place = { new: ['--type', 'sheets'], sheet: ['--parentId', subject], script: [] }[step];
    const project = this.project('new', {});
    // Without --json it names the script as soon as there is one, also where something fails afterwards.
    const answered = await this.clasp(['-P', project, 'create-script', '--title', title, ...place]);
    const [, scriptId] = /script\.google\.com\/d\/([\w-]+)/.exec(answered.out) ?? [];
    if (!scriptId) throw refusal(answered, this.attempt(step, subject));
    const [, made] = /drive\.google\.com\/open\?id=([\w-]+)/.exec(answered.out) ?? [];
    const parentId = { new: made, sheet: subject, script: undefined }[step];
    return { scriptId, parentId };
  }

  /** The files of a script. */
  async read(scriptId: string): Promise<HeldFile[]> {
    const project = this.project('held', { scriptId });
    const answered = await this.clasp(['-P', project, 'pull', '--json']);
    if (answered.code !== 0) throw refusal(answered, this.attempt('read', scriptId));
    return pulledIn(answered, join(this.desk, 'held', 'files'));
  }

  /**
   * Replaces the files of the script that `project` names by those of its folder; false where clasp finds all of them there already,
   * and leaves alone what there is besides.
   */
  async push(project: string, scriptId: string): Promise<boolean> {
    // Without --force a changed manifest is left out, and nothing is pushed.
    const answered = await this.clasp(['-P', resolve(project), 'push', '--force']);
    if (/^Script is already up to date/m.test(answered.out)) return false;
    if (answered.code === 0 && /^Pushed /m.test(answered.out)) return true;
    throw refusal(answered, this.attempt('push', scriptId));
  }

  /** Before a sheet is made: clasp makes it first, and its script, for which the API is needed, after. */
  private async checkAnswers(step: 'new' | 'sheet' | 'script', subject: string): Promise<void> {
    const project = this.project('nobodys', { scriptId: NOBODYS });
    const answered = await this.clasp(['-P', project, 'list-versions']);
    // That there is no such script is what should come; of all else only the making itself decides.
    const said = refusalOfAll(answered.err, this.attempt(step === 'new' ? 'script' : step, subject));
    if (said !== undefined) throw new Stopped(said);
  }

  /** A project of clasp's on the desk, as an absolute path: it refuses others. */
  private project(name: string, settings: { scriptId?: string }): string {
    const folder = join(this.desk, name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'files'), { recursive: true });
    writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ ...settings, rootDir: 'files' }));
    return join(folder, '.clasp.json');
  }

  private attempt(step: Attempt['step'], subject: string): Attempt {
    return { step, subject, who: this.who, isScratch: this.isScratch };
  }
}

function userIn({ out }: Answered): { loggedIn: boolean; email: string | undefined } {
  const value = parsed(out);
  const [loggedIn, email] = ['loggedIn', 'email'].map((name): unknown => Reflect.get(value, name));
  return { loggedIn: loggedIn === true, email: typeof email === 'string' ? email : undefined };
}

/** clasp names the pulled files from where it was started; a file without a line is not written. */
function pulledIn({ out }: Answered, folder: string): HeldFile[] {
  const names: unknown = Reflect.get(parsed(out), 'pulledFiles');
  if (!Array.isArray(names))
    throw new Stopped(`clasp pulled the script, and did not say what is in it: ${out}`);
  return names.map(String).map((path) => {
    const name = path.replaceAll('\\', '/').split('/deploy/held/files/').at(-1) ?? path;
    return { name, text: textOf(join(folder, name)) };
  });
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function parsed(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw new Stopped(
    `clasp answered in a way that this does not know: ${json.trim() || 'nothing'}. Its version should be 3.4.1: npm ci`,
  );
}
