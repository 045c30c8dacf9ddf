/** A web on which facts change, or are gone, at a moment of the scenario's choosing. */
import { type Knowledge, worldKnowledge } from '../doubles/linkup';
import type { FactValue } from '../doubles/linkup/knowledge/knowledge';

/** The web of the countries, with what is said of them by now. */
export class ChangingWeb implements Knowledge {
  private readonly base = worldKnowledge();
  private readonly said = new Map<string, FactValue | undefined>();
  private readonly unknown = new Set<string>();

  /** From now on a fact of a country is another, or, as undefined, nowhere to be found. */
  says(country: string, key: string, value?: FactValue): void {
    this.said.set(`${country} ${key}`, value);
  }

  /** From now on nothing at all is found about a country. */
  forgets(country: string): void {
    this.unknown.add(country);
  }

  topicOf(question: string): ReturnType<Knowledge['topicOf']> {
    const topic = this.base.topicOf(question);
    if (!topic || this.unknown.has(topic.name)) return null;
    const facts = topic.facts.flatMap((fact) => {
      const name = `${topic.name} ${fact.key}`;
      const value = this.said.get(name);
      if (!this.said.has(name)) return [fact];
      return value === undefined ? [] : [{ ...fact, value, sentence: `${fact.key}: ${String(value)}` }];
    });
    return { ...topic, facts };
  }

  pageAt(url: string): ReturnType<Knowledge['pageAt']> {
    return this.base.pageAt(url);
  }
}
