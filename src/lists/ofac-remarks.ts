/** How far a bracket that holds a `;` may reach, in parts; an opening bracket that is a typo must not eat the rest. */
const REACH = 4;

function depth(text: string): number {
  let open = 0;
  for (const char of text)
    if (char === '(') open++;
    else if (char === ')') open--;
  return open;
}

/**
 * The parts of a Remarks cell. They are separated by `; `; one inside brackets belongs to its part, as far as the
 * bracket is closed. A part that stands in brackets as a whole, `(Linked To: NAME)`, comes without them.
 */
export function remarkParts(remarks: string): readonly string[] {
  const pieces = remarks.split(/;(?:\s+|$)/u);
  const parts: string[] = [];
  for (let at = 0; at < pieces.length; at++) {
    let part = pieces[at]!;
    let reach = at;
    let open = depth(part);
    while (open > 0 && reach + 1 < pieces.length && reach - at < REACH) open += depth(pieces[++reach]!);
    if (open === 0 && reach > at) {
      part = pieces.slice(at, reach + 1).join('; ');
      at = reach;
    }
    part = part.trim();
    if (/^\([^()]*\)$/u.test(part)) part = part.slice(1, -1).trim();
    if (part !== '') parts.push(part);
  }
  return parts;
}

/** The Remarks of the CSV end with a stop that belongs to no part. */
export function withoutEnd(remarks: string): string {
  const text = remarks.trimEnd();
  return text.endsWith('.') ? text.slice(0, -1) : text;
}

/** A number of a document with what stands behind it: `1084010 (Egypt) issued 19 Jun 1987 expires 18 Jun 1992`. */
export interface DocumentTail {
  readonly number: string;
  /** Texts in brackets, innermost last: a country, or a remark. */
  readonly brackets: readonly string[];
  readonly issued: string | null;
  readonly expires: string | null;
}

export function documentTail(text: string): DocumentTail {
  const brackets: string[] = [];
  let number = text.trim();
  let issued: string | null = null;
  let expires: string | null = null;
  for (;;) {
    const tail =
      /^(?<rest>.*?)\s*\((?<bracket>[^()]*)\)$/u.exec(number) ??
      /^(?<rest>.*?)[\s,]+expire[sd] (?<expires>[^()]*\d{4})$/u.exec(number) ??
      /^(?<rest>.*?)[\s,]+issued (?<issued>[^()]*\d{4})$/u.exec(number);
    const groups = tail?.groups;
    if (!groups || groups.rest === '') return { number, brackets, issued, expires };
    number = groups.rest!;
    if (groups.bracket !== undefined) brackets.push(groups.bracket.trim());
    issued = groups.issued ?? issued;
    expires = groups.expires ?? expires;
  }
}
