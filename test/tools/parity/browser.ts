/** Stands in for the browser that shows the page: runs its script, carries its calls to the host, and lets time pass between them. */
import vm from 'node:vm';
import type { VirtualClock } from '../../doubles/clock';
import type { GoogleHost } from '../../doubles/google';

interface Task {
  readonly at: number;
  readonly act: () => void;
}

/** Nobody keeps a page open for longer. */
const MOST_MS = 3_600_000;

/** Plays the page that is on show until it asks for nothing more. */
export function playPage(host: GoogleHost, clock: VirtualClock): void {
  const tasks: Task[] = [];
  const later = (act: () => void, ms: number): void => {
    tasks.push({ at: clock.now() + ms, act });
  };
  // While one execution sleeps the page goes on: that is how two run at the same time.
  const before = host.onServiceCall;
  host.onServiceCall = (call) => {
    const { method, args } = call;
    before?.(call);
    if (method !== 'sleep') return;
    const until = clock.now() + Number(args[0]);
    for (let task = dueBy(tasks, until); task; task = dueBy(tasks, until)) {
      const { at, act } = task;
      clock.beside(() => {
        clock.sleep(Math.max(0, at - clock.now()));
        act();
      });
    }
  };
  const press = open(host, later);
  const untilQuiet = (): void => {
    const until = clock.now() + MOST_MS;
    for (let task = dueBy(tasks, until); task; task = dueBy(tasks, until)) {
      host.runClock(Math.max(task.at, clock.now()));
      task.act();
    }
  };
  untilQuiet();
  // Whoever presses Ctrl+Z here takes back nothing of a script's.
  for (const button of ['write', 'done']) {
    press(button);
    untilQuiet();
  }
  host.onServiceCall = before;
}

/** Takes the first task that is due by then. */
function dueBy(tasks: Task[], until: number): Task | undefined {
  const [first] = [...tasks].sort((a, b) => a.at - b.at);
  if (!first || first.at > until) return undefined;
  tasks.splice(tasks.indexOf(first), 1);
  return first;
}

type Later = (act: () => void, ms: number) => void;

/** What is known here of an element: whether it is on show, and what a press does. */
interface Element {
  hidden?: boolean;
  onclick?: () => void;
}

/** Runs the page's scripts in their order, and gives a hand for those of its buttons that are on show. What the page says nobody reads here. */
function open(host: GoogleHost, later: Later): (button: string) => void {
  const elements = new Map<string, Element>();
  const getElementById = (id: string): Element => {
    const element = elements.get(id) ?? {};
    elements.set(id, element);
    return element;
  };
  const context = vm.createContext({
    document: { getElementById },
    google: { script: { run: runner(host, later) } },
    setTimeout: later,
  });
  for (const [, script = ''] of (host.sidebar?.html ?? '').matchAll(/<script>([\s\S]*?)<\/script>/g))
    vm.runInContext(script, context);
  return (button) => {
    const { hidden, onclick } = getElementById(button);
    if (hidden === false) onclick?.();
  };
}

/** `google.script.run`. A call that throws ends the play: the local Google is to answer everything. */
function runner(host: GoogleHost, later: Later, done: (value: unknown) => void = () => {}): object {
  const own = {
    withSuccessHandler: (handler: (value: unknown) => void) => runner(host, later, handler),
    withFailureHandler: () => runner(host, later, done),
  };
  const call =
    (name: string) =>
    (...args: unknown[]) =>
      later(() => done(host.callFromSidebar(name, ...args)), 0);
  return new Proxy(own, { get: (target, name) => Reflect.get(target, name) ?? call(String(name)) });
}
