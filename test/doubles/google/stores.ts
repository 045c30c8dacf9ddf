/** The property stores and caches: what they hold and how much of it. */
import { ServiceError } from './errors';
import type { Limits } from './limits';

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/** One property store. Throws Google's texts beyond its limits. */
class PropertyStore {
  readonly entries = new Map<string, string>();

  constructor(private readonly limits: Limits) {}

  set(key: string, value: string): void {
    if (bytes(value) > this.limits.propertyValueBytes) throw new ServiceError('Argument too large: value');
    let size = bytes(key) + bytes(value);
    for (const [name, held] of this.entries) if (name !== key) size += bytes(name) + bytes(held);
    if (size > this.limits.propertyStoreBytes) {
      throw new ServiceError(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    this.entries.set(key, value);
  }
}

/** All property stores of the project; tests read them as plain maps. */
export class PropertyStores {
  private readonly stores = new Map<string, PropertyStore>();

  constructor(private readonly limits: Limits) {}

  get document(): Map<string, string> {
    return this.store('document').entries;
  }

  get script(): Map<string, string> {
    return this.store('script').entries;
  }

  user(name: string): Map<string, string> {
    return this.store(`user:${name}`).entries;
  }

  store(scope: string): PropertyStore {
    const found = this.stores.get(scope) ?? new PropertyStore(this.limits);
    this.stores.set(scope, found);
    return found;
  }
}

interface Cached {
  readonly value: string;
  readonly until: number;
}

/** One cache: first in, first out once it is full (measured by Poehnelt, 12/2025), a tenth at a time. */
class CacheStore {
  private readonly entries = new Map<string, Cached>();

  constructor(
    private readonly now: () => number,
    private readonly limits: Limits,
  ) {}

  get(key: string): string | null {
    this.checkKey(key);
    const found = this.entries.get(key);
    return found && found.until > this.now() ? found.value : null;
  }

  put(key: string, value: string, seconds: number): void {
    this.checkKey(key);
    if (bytes(value) > this.limits.cacheValueBytes) throw new ServiceError('Argument too large: value');
    this.entries.delete(key);
    if (this.entries.size >= this.limits.cacheItems) this.evict();
    const lasts = Math.min(seconds, this.limits.cacheSeconds);
    this.entries.set(key, { value, until: this.now() + lasts * 1000 });
  }

  remove(key: string): void {
    this.checkKey(key);
    this.entries.delete(key);
  }

  private checkKey(key: string): void {
    if (key.length > this.limits.cacheKeyChars) throw new ServiceError('Argument too large: key');
  }

  private evict(): void {
    const oldest = [...this.entries.keys()].slice(0, Math.ceil(this.limits.cacheItems / 10));
    for (const key of oldest) this.entries.delete(key);
  }
}

/** All caches of the project. */
export class CacheStores {
  private readonly stores = new Map<string, CacheStore>();

  constructor(
    private readonly now: () => number,
    private readonly limits: Limits,
  ) {}

  store(scope: string): CacheStore {
    const found = this.stores.get(scope) ?? new CacheStore(this.now, this.limits);
    this.stores.set(scope, found);
    return found;
  }
}
