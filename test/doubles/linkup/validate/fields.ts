/** Reads one JSON object field by field, collecting what is wrong with it instead of stopping at the first. */
import type { Json, JsonObject } from '../contract';
import type { Detail } from '../errors';
import type { LinkupKnobs } from '../knobs';

/** Reader of one request object; messages follow the one documented sample (class-validator's wording). */
export class Fields {
  readonly issues: Detail[] = [];
  private readonly known = new Set<string>();

  constructor(
    private readonly source: JsonObject,
    readonly knobs: LinkupKnobs,
  ) {}

  /** The raw value; null counts as absent because the contract's optional fields are nullable. */
  take(name: string): Json | undefined {
    this.known.add(name);
    const value = Object.hasOwn(this.source, name) ? this.source[name] : undefined;
    return value === null ? undefined : value;
  }

  /** Notes a problem with a field. */
  fail(name: string, message: string): void {
    this.issues.push({ field: name, message: `${name} ${message}` });
  }

  /** A required, non-blank string. */
  text(name: string): string {
    const value = this.take(name);
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.fail(name, typeof value === 'string' ? 'should not be empty' : 'must be a string');
    return '';
  }

  /** One of the values; without a fallback the field is required. */
  oneOf<T extends string>(name: string, values: readonly [T, ...T[]], fallback?: T): T {
    const value = this.take(name);
    if (value === undefined && fallback !== undefined) return fallback;
    const match = values.find((candidate) => candidate === value);
    if (match === undefined) this.fail(name, `must be one of the following values: ${values.join(', ')}`);
    return match ?? values[0];
  }

  /** A boolean, false when absent; the contract tolerates booleans as strings. */
  flag(name: string): boolean {
    const value = this.take(name);
    if (value === true || value === 'true') return true;
    if (value !== undefined && value !== false && value !== 'false')
      this.fail(name, 'must be a boolean value');
    return false;
  }

  /** A number, null when absent. */
  atLeast(name: string, least: number): number | null {
    const value = this.take(name);
    if (value === undefined) return null;
    if (typeof value !== 'number') this.fail(name, 'must be a number');
    else if (value < least) this.fail(name, `must not be less than ${least}`);
    else return value;
    return null;
  }

  /** A text that is as `wanted` says, null when absent. */
  textLike(name: string, isRight: (text: string) => boolean, wanted: string): string | null {
    const value = this.take(name);
    if (value === undefined) return null;
    if (typeof value === 'string' && isRight(value)) return value;
    this.fail(name, `must be ${wanted}`);
    return null;
  }

  /** A list of non-empty strings, empty when absent. */
  strings(name: string, most: number): readonly string[] {
    const value = this.take(name);
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.fail(name, 'must be an array');
      return [];
    }
    if (value.length > most) this.fail(name, `must contain no more than ${most} elements`);
    const texts = value.filter((item): item is string => typeof item === 'string' && item !== '');
    if (texts.length !== value.length) this.fail(name, 'each value must be a non-empty string');
    return texts;
  }

  /** An option that has no meaning here is refused, unless the knob says otherwise. */
  misplaced(name: string, isSet: boolean, condition: string): void {
    if (isSet && this.knobs.misplacedOptions === 'reject')
      this.fail(name, `is only allowed with ${condition}`);
  }

  /** Refuses every field that nobody has read. */
  finish(): void {
    if (this.knobs.unknownFields === 'ignore') return;
    for (const name of Object.keys(this.source)) {
      if (!this.known.has(name)) {
        this.issues.push({ field: name, message: `property ${name} should not exist` });
      }
    }
  }
}
