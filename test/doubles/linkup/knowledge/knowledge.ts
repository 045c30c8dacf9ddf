/** What the double knows, as an interface: topics found in questions, and pages found at addresses. */
import type { ErrorCode } from '../errors';

/** The value of one fact; a list when there are several of the kind. */
export type FactValue = string | number | boolean | readonly string[];

/** One thing known about a topic. */
export interface Fact {
  /** The kind of fact, such as `capital`. */
  readonly key: string;
  readonly value: FactValue;
  /** The fact as a sentence without a full stop. */
  readonly sentence: string;
  /** Unit of a number, such as `km²`. */
  readonly unit?: string;
  /** Further words that ask for it, where the key's own are not all: in small letters, without punctuation. */
  readonly asked?: RegExp;
}

/** Where facts were found. */
export interface Source {
  readonly name: string;
  readonly url: string;
  readonly content: string;
}

/** One thing that questions can be about. */
export interface Topic {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
  /** Addresses of pictures. */
  readonly images: readonly { readonly alt: string; readonly url: string }[];
}

/** One page of the double's web. */
export interface Page {
  readonly url: string;
  readonly markdown: string;
  readonly html: string;
  /** What the page is about, or null for an index. */
  readonly topic: Topic | null;
}

/** The double's web. */
export interface Knowledge {
  /** What a question is about, or null when it yields no result. */
  topicOf(question: string): Topic | null;
  /** The things that a question asks a list of, in its order; null where it asks for none. */
  listOf?(question: string): readonly Topic[] | null;
  /** The page at an address, or why it cannot be had (`MISSING` for an unknown page of a known host). */
  pageAt(url: string): Page | ErrorCode | 'MISSING';
}

/** Adds topics, found by their exact name anywhere in a question, to another knowledge; they win over it. */
export function withTopics(base: Knowledge, topics: readonly Topic[]): Knowledge {
  return {
    topicOf: (question) =>
      topics.find((topic) => question.toLowerCase().includes(topic.name.toLowerCase())) ??
      base.topicOf(question),
    listOf: (question) => base.listOf?.(question) ?? null,
    pageAt: (url) => base.pageAt(url),
  };
}
