/** A client of Linkup that can only list tasks, for tests of how the list is read. */
import type { Linkup } from '../../../../src/linkup/client';

/** Whatever else is asked of it fails. */
export function onlyLists(list: Linkup['list']): Linkup {
  const unused = (): never => {
    throw new Error('only lists are read');
  };
  return {
    list,
    submit: unused,
    direct: unused,
    research: unused,
    get: unused,
    balance: unused,
    time: unused,
  };
}
