/**
 * Optimal string alignment distance (Damerau 1964 in the restricted form: a pair of letters may be swapped once and
 * not edited again), cut off above `limit`.
 *
 * Returns the distance, or `limit + 1` when it is greater. `limit` is 1 or 2 in Cordon: more edits than that make
 * different words, not misspelt ones. Works on UTF-16 units; Cordon compares folded a–z0–9 only.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  let la = a.length;
  let lb = b.length;
  if (la - lb > limit || lb - la > limit) return limit + 1;
  let start = 0;
  while (start < la && start < lb && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (la > start && lb > start && a.charCodeAt(la - 1) === b.charCodeAt(lb - 1)) {
    la--;
    lb--;
  }
  const n = la - start;
  const m = lb - start;
  if (n === 0 || m === 0) return Math.max(n, m) > limit ? limit + 1 : Math.max(n, m);
  if (n > MAX || m > MAX) return limit + 1;
  let before = ROW_A;
  let above = ROW_B;
  let row = ROW_C;
  for (let j = 0; j <= m; j++) above[j] = j;
  for (let i = 1; i <= n; i++) {
    const ca = a.charCodeAt(start + i - 1);
    let best = i;
    row[0] = i;
    for (let j = 1; j <= m; j++) {
      const cb = b.charCodeAt(start + j - 1);
      let cost = ca === cb ? above[j - 1]! : 1 + Math.min(above[j - 1]!, above[j]!, row[j - 1]!);
      if (
        i > 1 &&
        j > 1 &&
        ca === b.charCodeAt(start + j - 2) &&
        cb === a.charCodeAt(start + i - 2) &&
        before[j - 2]! + 1 < cost
      )
        cost = before[j - 2]! + 1;
      row[j] = cost;
      if (cost < best) best = cost;
    }
    // A swap reaches back two rows, so one bad row alone does not end the search.
    if (best > limit + 1) return limit + 1;
    const spare = before;
    before = above;
    above = row;
    row = spare;
  }
  return above[m]! > limit ? limit + 1 : above[m]!;
}

/** Longest differing middle that is compared; longer ones are different words. */
const MAX = 62;
const ROW_A = new Uint8Array(MAX + 2);
const ROW_B = new Uint8Array(MAX + 2);
const ROW_C = new Uint8Array(MAX + 2);
