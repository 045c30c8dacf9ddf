/** PropertiesService and CacheService. */
import { permissionError } from '../errors';
import type { Execution } from '../execution';
import {
  cacheRead,
  cacheWrite,
  handle,
  type Modelled,
  propertyRead,
  propertyWrite,
  service,
} from '../service';

type Properties = GoogleAppsScript.Properties.Properties;
type PropertiesService = GoogleAppsScript.Properties.PropertiesService;
type Cache = GoogleAppsScript.Cache.Cache;
type CacheService = GoogleAppsScript.Cache.CacheService;

/** Entries that go out of a cache when nothing else is said (reference: 600 s). */
const DEFAULT_SECONDS = 600;

/** The global `PropertiesService`. */
export function propertiesService(run: Execution): PropertiesService {
  // The type package promises a store; outside a document Google returns null all the same.
  const ofDocument = () => (run.hasDocument ? properties(run, 'document') : null) as Properties;
  return service<PropertiesService>(run, 'PropertiesService', {
    getDocumentProperties: handle('', ofDocument),
    getScriptProperties: handle('', () => properties(run, 'script')),
    getUserProperties: handle('', () => properties(run, `user:${run.owningUser}`)),
  });
}

function properties(run: Execution, scope: string): Properties {
  const self: Properties = service<Properties>(run, 'PropertiesService.Properties', {
    ...propertyReads(run, scope),
    ...propertyWrites(run, scope, () => self),
  });
  return self;
}

function propertyReads(run: Execution, scope: string): Modelled<Properties> {
  const entries = () => {
    run.state.quota.takeProperty(run.user, 'propertyReads');
    return run.state.properties.store(scope).entries;
  };
  return {
    getProperty: propertyRead('string', (key: string) => entries().get(key) ?? null),
    getProperties: propertyRead('', () => Object.fromEntries(entries())),
    getKeys: propertyRead('', () => [...entries().keys()]),
  };
}

function propertyWrites(run: Execution, scope: string, self: () => Properties): Modelled<Properties> {
  const store = () => {
    checkWriting(run, scope);
    run.state.quota.takeProperty(run.user, 'propertyWrites');
    return run.state.properties.store(scope);
  };
  const done = (_: unknown): Properties => self();
  const setAll = (values: Record<string, string>, deleteAllOthers?: boolean): Properties => {
    const target = store();
    if (deleteAllOthers) target.entries.clear();
    for (const [key, value] of Object.entries(values)) target.set(key, value);
    return self();
  };
  return {
    setProperty: propertyWrite('string, string', (key: string, value: string) =>
      done(store().set(key, value)),
    ),
    setProperties: propertyWrite('object; object, boolean', setAll),
    deleteProperty: propertyWrite('string', (key: string) => done(store().entries.delete(key))),
    deleteAllProperties: propertyWrite('', () => done(store().entries.clear())),
  };
}

/** In a custom function others than the owner write none of the owner's properties, and who may only view a document none of it. */
function checkWriting(run: Execution, scope: string): void {
  const { circumstances, user, owningUser, state } = run;
  const isOthers = scope.startsWith('user:') && user !== owningUser && !state.knobs.formulaWritesOwners;
  if (isOthers || circumstances.isViewer)
    throw permissionError('PropertiesService.Properties.setProperty', [], true);
}

/** The global `CacheService`. */
export function cacheService(run: Execution): CacheService {
  return service<CacheService>(run, 'CacheService', {
    getDocumentCache: handle('', () => (run.hasDocument ? cache(run, 'document') : null)),
    getScriptCache: handle('', () => cache(run, 'script')),
    getUserCache: handle('', () => cache(run, `user:${run.user}`)),
  });
}

function cache(run: Execution, scope: string): Cache {
  const store = run.state.caches.store(scope);
  const present = (keys: readonly string[]) =>
    keys.flatMap((key) => {
      const value = store.get(key);
      return value === null ? [] : [[key, value] as const];
    });
  return service<Cache>(run, 'CacheService.Cache', {
    get: cacheRead('string', (key: string) => store.get(key)),
    getAll: cacheRead('string[]', (keys: string[]) => Object.fromEntries(present(keys))),
    put: cacheWrite('string, string; string, string, int', (key: string, value: string, seconds?: number) =>
      store.put(key, value, seconds ?? DEFAULT_SECONDS),
    ),
    putAll: cacheWrite('object; object, int', (values: Record<string, unknown>, seconds?: number) => {
      for (const [key, value] of Object.entries(values)) {
        store.put(key, String(value), seconds ?? DEFAULT_SECONDS);
      }
    }),
    remove: cacheWrite('string', (key: string) => store.remove(key)),
    removeAll: cacheWrite('string[]', (keys: string[]) => {
      for (const key of keys) store.remove(key);
    }),
  });
}
