/** The part a file plays in a legacy set. */
export type OfacRole = 'primary' | 'alt' | 'add' | 'comments';

/** Columns in order, as OFAC documents them; a name that two files share is one field. */
export const OFAC_COLUMNS: Readonly<Record<OfacRole, readonly string[]>> = {
  primary: [
    'ent_num',
    'SDN_Name',
    'SDN_Type',
    'Program',
    'Title',
    'Call_Sign',
    'Vess_type',
    'Tonnage',
    'GRT',
    'Vess_flag',
    'Vess_owner',
    'Remarks',
  ],
  alt: ['ent_num', 'alt_num', 'alt_type', 'alt_name', 'alt_remarks'],
  add: ['ent_num', 'add_num', 'address', 'city/state/province/postal', 'country', 'add_remarks'],
  comments: ['ent_num', 'comments'],
};

export const OFAC_CSV_IGNORED: Readonly<Record<string, string>> = {
  alt_num: 'number of the alias, internal to the publisher',
  add_num: 'number of the address, internal to the publisher',
};

/** Remarks and what continues them are counted part by part, as `Remarks/<label>`. */
export const REMARK_COLUMNS: ReadonlySet<string> = new Set(['Remarks', 'comments']);

const NAMES: readonly (readonly [RegExp, OfacRole])[] = [
  [/(?:^|[^a-z])comments?(?:[^a-z]|$)/u, 'comments'],
  [/(?:^|[^a-z])alt(?:[^a-z]|$)/u, 'alt'],
  [/(?:^|[^a-z])add(?:[^a-z]|$)/u, 'add'],
  [/(?:^|[^a-z])(?:sdn|prim)(?:[^a-z]|$)/u, 'primary'],
];

/** The role that a file name says, null when it says none: these files have no header. */
export function ofacRole(name: string): OfacRole | null {
  const lower = name.toLowerCase();
  return NAMES.find(([pattern]) => pattern.test(lower))?.[1] ?? null;
}
