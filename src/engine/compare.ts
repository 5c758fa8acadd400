import { explainName } from '../match/explain-name.ts';
import { queryName } from '../match/query-name.ts';
import { parseSchema, type QuerySchema, schemaMatches } from '../model/schema.ts';
import { NAME_GROUPS, type NameGroup } from '../names/groups.ts';
import { nameGroups, SCHEMAS } from '../snapshot/records.ts';
import { splitParties } from '../text/split-parties.ts';
import type { FeatureExplanation } from './answer.ts';
import { readOptions, type ScreenOptions } from './options.ts';

/** The score of two names and why. */
export interface Comparison {
  readonly a: string;
  readonly b: string;
  /** The schema asked for; without one, that of the group that scored best: Person, Organization or Vessel. */
  readonly schema: string;
  readonly score: number;
  readonly match: boolean;
  readonly explanations: Readonly<Record<string, FeatureExplanation>>;
}

export interface CompareOptions extends Pick<ScreenOptions, 'threshold' | 'weak' | 'weights'> {
  readonly schema?: string | null;
  /** The list calls `b` a weak alias. */
  readonly weakAlias?: boolean;
}

const SCHEMA_OF: Readonly<Record<NameGroup, string>> = {
  person: 'Person',
  organization: 'Organization',
  vessel: 'Vessel',
  other: 'Airplane',
};

/**
 * Scores name `a` (as a query) against name `b` (as listed): exactly the name part of `screen` on any list that holds
 * `b`. Needs no snapshot. Errors: `usage`.
 */
export function compare(a: string, b: string, options: CompareOptions = {}): Comparison {
  const settings = readOptions({
    ...(options.threshold === undefined ? {} : { threshold: options.threshold }),
    ...(options.weak === undefined ? {} : { weak: options.weak }),
    ...(options.weights === undefined ? {} : { weights: options.weights }),
  });
  const asked: QuerySchema | null = options.schema ? parseSchema(options.schema) : null;
  const groups =
    asked && asked !== 'Thing' ? groupsFor(asked) : NAME_GROUPS.filter((group) => group !== 'other');
  const weak = settings.statement.weak;
  const { names, how } = splitParties(a);
  const readings = groups.flatMap((group) =>
    names.map((text, i) => ({
      group,
      text,
      cell: how[i]!,
      explained: explainName(queryName(text, group), b, options.weakAlias === true, settings.policy, weak),
    })),
  );
  const { group, text, cell, explained } = readings.reduce((best, one) =>
    one.explained.score > best.explained.score ? one : best,
  );
  const explanations: Record<string, FeatureExplanation> = {};
  let before = 0;
  for (const { rule, after } of explained.steps) {
    const points = Math.round(after * 10_000);
    explanations[rule] = {
      score: after,
      weight: 1,
      contribution: (points - before) / 10_000,
      state: rule === 'name' ? 'matched' : 'contradicted',
      query: text,
      candidate: b,
      detail: rule === 'name' && cell !== 'whole' ? cell : '',
      tokens: rule === 'name' ? explained.tokens : [],
    };
    before = points;
  }
  return {
    a,
    b,
    schema: asked ?? SCHEMA_OF[group],
    score: explained.score,
    match: explained.score >= settings.statement.threshold,
    explanations,
  };
}

function groupsFor(schema: QuerySchema): readonly NameGroup[] {
  return NAME_GROUPS.filter((group) =>
    SCHEMAS.some(
      (one) => one !== 'LegalEntity' && schemaMatches(schema, one) && nameGroups(one).includes(group),
    ),
  );
}
