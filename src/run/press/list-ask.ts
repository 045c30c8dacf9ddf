/** Asking for the rows of a list: noted first, once however many windows press, and found again where the id got lost. */
import { listQuestion } from '../../enrichment/list';
import { asProblem, orLog, Problem } from '../../enrichment/problem';
import type { Question } from '../../enrichment/question';
import type { Linkup } from '../../linkup/client';
import { isRefusal } from '../../linkup/errors';
import { agrees } from '../../linkup/shape';
import { subjectHash } from '../../linkup/subject';
import type { Task } from '../../linkup/types';
import { type KeptList, listsOf, type OpenPress, type Pressed } from '../record/kept-lists';
import { accountOf, keyOf } from '../record/key';
import { isNamedIn } from '../record/named';
import type { Services } from '../services';
import { arm } from './arm';
import { counted, createTask, type Faults, type Note } from './asked-task';
import { inOwnWords } from './try-faults';

/** How long a press waits for this person's other windows, in ms. */
const PATIENCE = 10_000;

/** Asks for rows beside the keys that are there; the list as it is then. Where another window has pressed meanwhile, nothing is asked. */
export function askRows(services: Services, list: KeptList, there: readonly string[]): KeptList {
  const key = keyOf(services.user);
  const client = services.linkup(key);
  const question = listQuestion(list.asked, there);
  const open: OpenPress = {
    id: services.newId(),
    task: '',
    subject: subjectHash(question),
    account: accountOf(key),
    named: isNamedIn(services.user.all()),
  };
  const before = listsOf(services).of(list.id);
  const pressed: Pressed = { ...list, at: services.clock.now(), open };
  const meanwhile = note(services, before, pressed);
  if (meanwhile) return meanwhile;
  try {
    return counted(services, list.price, () => sent(services, client, question, pressed));
  } catch (thrown) {
    orLog(() => (before ? listsOf(services).keep(before) : listsOf(services).forget(list.id)));
    throw inOwnWords(asProblem(thrown));
  }
}

/** The list once it was asked, or perhaps was. Throws where it certainly was not. */
function sent(services: Services, client: Linkup, question: Question, pressed: Pressed): KeptList {
  // Linkup keeps answers for a time that nobody names: where their person does not look, the trigger does.
  orLog(() => services.triggers.armed() || arm(services, 'seldom'));
  try {
    const { id: task } = createTask(client, question);
    const open: OpenPress = { ...pressed.open, task };
    orLog(() => listsOf(services).add(pressed.id, { open }));
    return { ...pressed, open };
  } catch (thrown) {
    if (isRefusal(asProblem(thrown))) throw thrown;
    return pressed;
  }
}

/** Alone of this person's windows: the other press where there is one, with nothing noted. Throws why this one cannot be. */
function note(services: Services, before: KeptList | undefined, pressed: Pressed): KeptList | undefined {
  const lists = listsOf(services);
  const done = services.personally(PATIENCE, () => {
    const now = lists.of(pressed.id);
    if (now && (now.open || now.at !== before?.at)) return { meanwhile: now };
    if (!lists.keep(pressed))
      throw new Problem('bad-option', 'Question and fields together are too long to be kept');
    return {};
  });
  if (!done) throw new Problem('busy');
  return done.meanwhile;
}

const OF_LISTS: Faults = { gone: 'list-gone', unseen: 'list-unseen', lost: 'list-lost' };

/** How the task of a press is known, and what becomes of its note. */
export function noteOf(services: Services, list: Pressed): Note {
  const lists = listsOf(services);
  const { open, ...rest } = list;
  const shape = listQuestion(list.asked, []);
  return {
    faults: OF_LISTS,
    isIt: (task: Task) => subjectHash(task) === open.subject && agrees(task, shape),
    found: ({ id: task }) => lists.add(list.id, { open: { ...open, task } }),
    lost: () => (list.last ? lists.keep(rest) : lists.forget(list.id)),
  };
}
