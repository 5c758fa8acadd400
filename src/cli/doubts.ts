import { type Query, queryEvidence, queryIdentifiers } from '../engine/query.ts';

/**
 * What of a query cannot be used as it was meant, in sentences: dates and countries that cannot be read (they count as
 * unknown), numbers that fail their own check. Said beside the answer, since a typing error must not pass for "no match".
 */
export function doubtsOf(query: Query): string[] {
  const { birthDates, countries } = queryEvidence(query);
  const doubts: string[] = [];
  for (const { raw, from } of birthDates)
    if (from === null) doubts.push(`birth date "${raw}" cannot be read and counts as unknown`);
  for (const { raw, codes } of countries) {
    if (codes.length === 0) doubts.push(`country "${raw}" is not known and counts as unknown`);
    if (codes.length > 1) doubts.push(`country "${raw}" may mean ${codes.join(' or ')}; all are taken`);
  }
  const identifiers = queryIdentifiers(query);
  const faults = new Map<string, string>();
  for (const { identifier, fault } of identifiers) if (fault !== null) faults.set(identifier.raw, fault);
  for (const [raw, fault] of faults) doubts.push(fault.includes(raw) ? fault : `${raw}: ${fault}`);
  for (const property of ['id', 'publicKey'])
    for (const raw of query.properties[property] ?? [])
      if (!identifiers.some((one) => one.identifier.raw === raw))
        doubts.push(`"${raw}" has the form of no number that is known`);
  return doubts;
}
