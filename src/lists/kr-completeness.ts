import type { Row } from '../facts/table.ts';

/** How many parties of each kind. */
export interface PartyCounts {
  readonly persons: number;
  readonly organizations: number;
  readonly vessels: number;
}

/** One round: what its announcement counted beside what the curated list names. */
export interface RoundCompleteness {
  /** Stem of the keys, `YYYYMMDD`. */
  readonly round: string;
  /** `YYYY-MM-DD`. */
  readonly announced: string;
  /** `YYYY-MM-DD`, null when no source gives it. */
  readonly inForce: string | null;
  readonly announcedCounts: PartyCounts;
  readonly recordedCounts: PartyCounts;
  /** True when every party that was counted is named. */
  readonly complete: boolean;
}

/**
 * How much of what was announced the curated list holds, over the recorded rounds. `complete` can be true only for
 * these rounds: whole rounds that no source named are in no count (see notes.tsv).
 */
export interface KrCompleteness {
  readonly announced: PartyCounts;
  readonly recorded: PartyCounts;
  readonly complete: boolean;
  readonly rounds: readonly RoundCompleteness[];
}

/** The kind of a row of parties.tsv; throws on any other word. */
export function kindOf(row: Row): 'person' | 'organization' | 'vessel' {
  const type = row.type;
  if (type === 'person' || type === 'organization' || type === 'vessel') return type;
  throw new Error(`data/kr-mofa-unilateral/parties.tsv: ${row.key}: type ${JSON.stringify(type)}`);
}

/** Rows by the value of one column, in file order. */
export function groupRows(rows: readonly Row[], column: string): Map<string, Row[]> {
  const out = new Map<string, Row[]>();
  for (const row of rows) {
    const group = out.get(row[column]!);
    if (group) group.push(row);
    else out.set(row[column]!, [row]);
  }
  return out;
}

/** Counts the rows of parties.tsv by round and sets them beside the counts of rounds.tsv. */
export function completenessOf(rounds: readonly Row[], parties: readonly Row[]): KrCompleteness {
  const byRound = groupRows(parties, 'round');
  const out = rounds.map((row): RoundCompleteness => {
    const announcedCounts = {
      persons: whole(row, 'persons'),
      organizations: whole(row, 'organizations'),
      vessels: whole(row, 'vessels'),
    };
    const recordedCounts = countKinds(byRound.get(row.round!) ?? []);
    return {
      round: row.round!,
      announced: row.announced!,
      inForce: row.in_force === '' ? null : row.in_force!,
      announcedCounts,
      recordedCounts,
      complete:
        recordedCounts.persons === announcedCounts.persons &&
        recordedCounts.organizations === announcedCounts.organizations &&
        recordedCounts.vessels === announcedCounts.vessels,
    };
  });
  return {
    announced: sum(out.map((round) => round.announcedCounts)),
    recorded: sum(out.map((round) => round.recordedCounts)),
    complete: out.every((round) => round.complete),
    rounds: out,
  };
}

function countKinds(rows: readonly Row[]): PartyCounts {
  const of = (kind: string) => rows.filter((row) => kindOf(row) === kind).length;
  return { persons: of('person'), organizations: of('organization'), vessels: of('vessel') };
}

function sum(counts: readonly PartyCounts[]): PartyCounts {
  return counts.reduce((a, b) => ({
    persons: a.persons + b.persons,
    organizations: a.organizations + b.organizations,
    vessels: a.vessels + b.vessels,
  }));
}

function whole(row: Row, column: string): number {
  const text = row[column]!;
  if (!/^\d+$/.test(text))
    throw new Error(`data/kr-mofa-unilateral/rounds.tsv: ${row.round}: ${column} ${JSON.stringify(text)}`);
  return Number(text);
}
