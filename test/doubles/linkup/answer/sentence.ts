/** Writes known facts as prose. */
import type { Fact, Topic } from '../knowledge/knowledge';
import { factsAsked } from './match-fact';

/** The facts a question asks for (or the first ones, if none), with `[1]` after each when cited. */
export function answerText(topic: Topic, question: string, cited: boolean): string {
  const asked = factsAsked(topic, question);
  const facts = asked.length > 0 ? asked : topic.facts.slice(0, 3);
  return prose(facts, cited);
}

/** Everything known about the topic, as a short report in markdown. */
export function reportText(topic: Topic, question: string): string {
  return `## ${topic.name}\n\n${answerText(topic, question, false)}\n\n## Background\n\n${prose(topic.facts, false)}`;
}

function prose(facts: readonly Fact[], cited: boolean): string {
  return facts.map((fact) => `${fact.sentence}${cited ? ' [1]' : ''}.`).join(' ');
}
