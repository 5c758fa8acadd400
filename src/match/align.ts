import { type Features, featuresOf } from '../names/features.ts';
import type { TokenKey } from '../names/kinds.ts';
import { joinedSimilarity, ONLY_WHOLE, similarity } from '../names/similarity.ts';
import { joinableSpans, MIN_SPLIT, SPLIT_EXACT } from './joins.ts';
import type { Edges } from './pair-score.ts';

/**
 * Writes all possible pairs between two names into `edges`, from their token keys alone: the definition that the
 * index and the full scan must agree with, used directly where two names are compared and where a hit is explained.
 */
export function edgesBetween(
  query: readonly TokenKey[],
  list: readonly TokenKey[],
  minSimilarity: number,
  edges: Edges,
): void {
  edges.clear();
  const queryFeatures = query.map(featuresOf);
  const listFeatures = list.map(featuresOf);
  for (let i = 0; i < query.length; i++)
    for (let j = 0; j < list.length; j++) {
      const value = similarity(queryFeatures[i]!, listFeatures[j]!);
      if (value >= minSimilarity) edges.add(i, 1, j, 1, value);
    }
  for (const span of joinableSpans(query)) {
    const joined = featuresOf(span.key);
    for (let j = 0; j < list.length; j++) {
      const value = joinedSimilarity(joined, listFeatures[j]!);
      if (value >= minSimilarity) edges.add(span.from, span.count, j, 1, value);
    }
  }
  if (SPLIT_EXACT < minSimilarity) return;
  for (const span of joinableSpans(list))
    for (let i = 0; i < query.length; i++)
      if (splitsInto(queryFeatures[i]!, span.key.slice(1)))
        edges.add(i, 1, span.from, span.count, SPLIT_EXACT);
}

/** Whether a query's word is written as the adjacent list tokens that spell `joined`. */
export function splitsInto(word: Features, joined: string): boolean {
  return word.text === joined && word.text.length >= MIN_SPLIT && !ONLY_WHOLE.has(word.role);
}
