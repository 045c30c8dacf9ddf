/** A Store in memory, for units that keep something. */
import type { Store } from '../../src/platform/properties';

/** An empty store, or one that holds some texts already. */
export function memoryStore(texts: Readonly<Record<string, string>> = {}): Store {
  const held = new Map(Object.entries(texts));
  return {
    all: () => Object.fromEntries(held),
    get: (key) => held.get(key),
    set: (key, value) => void held.set(key, value),
    setAll: (values) => {
      for (const [key, value] of Object.entries(values)) held.set(key, value);
    },
    remove: (key) => void held.delete(key),
  };
}
