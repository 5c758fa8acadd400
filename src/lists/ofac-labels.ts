import { readTable } from '../facts/table.ts';

/** A row of `data/lists/ofac-remarks.tsv`: what a label of OFAC's stands for. */
export interface OfacRule {
  /** As the table writes it; `free text (position)` and the like for a pattern. Names the field in the accounts. */
  readonly label: string;
  /** A pattern met, not a label. */
  readonly free?: true;
  readonly becomes: string;
  readonly type: string;
}

/** A part of Remarks, or an id of the XML, whose label is known. */
export interface OfacFact {
  readonly rule: OfacRule;
  /** Without the label and the blanks around it. */
  readonly value: string;
  /** The whole part, as the list writes it. */
  readonly text: string;
}

interface Pattern {
  readonly rule: OfacRule;
  readonly pattern: RegExp;
}

const patterns: Pattern[] = [];
/** First word of a label → its rules, longest first. */
const byFirstWord = new Map<string, OfacRule[]>();

for (const row of readTable('lists/ofac-remarks.tsv')) {
  const rule: OfacRule = { label: row.label!, becomes: row.becomes!, type: row.type! };
  if (rule.label.startsWith('/')) {
    const label = `free text (${rule.becomes === 'property' ? rule.type : rule.becomes})`;
    patterns.push({
      rule: { ...rule, label, free: true },
      pattern: new RegExp(rule.label.slice(1, -1), 'iu'),
    });
    continue;
  }
  const word = firstWord(rule.label);
  const rules = byFirstWord.get(word);
  if (rules) rules.push(rule);
  else byFirstWord.set(word, [rule]);
}
for (const rules of byFirstWord.values()) rules.sort((a, b) => b.label.length - a.label.length);

function firstWord(text: string): string {
  const end = text.search(/[\s:]/u);
  return (end < 0 ? text : text.slice(0, end)).toLowerCase();
}

const ALTERNATIVE = /^alt\.\s+/iu;

/** What a part of Remarks says, or null when neither a label nor a pattern of the table meets it. */
export function ofacFact(text: string): OfacFact | null {
  const part = text.replace(ALTERNATIVE, '');
  for (const rule of byFirstWord.get(firstWord(part)) ?? []) {
    const { length } = rule.label;
    if (part.slice(0, length).toLowerCase() !== rule.label.toLowerCase()) continue;
    const next = part.charAt(length);
    // "License 2377" and "Licensee": a label ends where its word ends.
    if (/[\p{L}\p{N}]/u.test(next) && /[\p{L}\p{N}]$/u.test(rule.label)) continue;
    return {
      rule,
      value: part
        .slice(length)
        .replace(/^[\s:]+/u, '')
        .trim(),
      text,
    };
  }
  for (const { rule, pattern } of patterns) {
    const match = pattern.exec(part);
    if (match) return { rule, value: (match[1] ?? part).trim(), text };
  }
  return null;
}
