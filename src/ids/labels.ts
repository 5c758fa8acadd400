import { readTable } from '../facts/table.ts';
import type { IdentifierType } from '../model/entity.ts';

let rows: { pattern: string; type: IdentifierType }[] | undefined;

/**
 * The type that a list's own label stands for ("Tax ID No.", "Numéro de passeport", "regnumber"): the longest label of
 * `data/ids/labels.tsv` that the text begins with or contains as words; `other` when none does.
 */
export function identifierLabel(label: string): IdentifierType {
  rows ??= readTable('ids/labels.tsv')
    .map((row) => ({ pattern: fold(row.label!), type: row.type! as IdentifierType }))
    .sort((a, b) => b.pattern.length - a.pattern.length);
  const text = ` ${fold(label)} `;
  for (const { pattern, type } of rows) if (text.includes(` ${pattern} `)) return type;
  return 'other';
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
