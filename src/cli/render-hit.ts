import type { FeatureExplanation, Hit } from '../engine/answer.ts';
import { nameDifferences } from './name-differences.ts';
import { renderDesignation } from './render-designation.ts';
import type { Style } from './style.ts';
import { isolate, pad, printable, textWidth, wrap } from './width.ts';

const INDENT = 3;

/** MATCH or possible, in a word: colour alone says nothing to a pipe or to colour-blind eyes. */
export function matchMark(match: boolean): string {
  return match ? 'MATCH' : 'possible';
}

/** One hit in full: the names side by side, what each feature added or took, where it is listed. */
export function renderHit(hit: Hit, number: number, style: Style): string {
  const ids = [hit.id, ...hit.referents];
  const title = `${number}. ${style.bold(isolate(printable(hit.caption)))}  ${hit.schema}  ${hit.score.toFixed(4)} ${matchMark(hit.match)}\n`;
  const idLines = wrap(printable(ids.join(', ')), style.width - INDENT).map(
    (line) => `${' '.repeat(INDENT)}${style.dim(line)}\n`,
  );
  return (
    title +
    idLines.join('') +
    renderExplanations(hit.explanations, style, INDENT) +
    hit.designations.map((one) => renderDesignation(one, style, INDENT)).join('')
  );
}

/** Names side by side, then a line for each feature. Shared with `compare`. */
export function renderExplanations(
  explanations: Readonly<Record<string, FeatureExplanation>>,
  style: Style,
  indent: number,
): string {
  const name = explanations.name;
  const names = name ? nameDifferences(name.tokens, style, indent) : '';
  const features = Object.entries(explanations);
  const widest = Math.max(0, ...features.map(([feature]) => textWidth(feature)));
  const stateWidth = 'contradicted'.length;
  const left = indent + widest + 2 + 7 + 2 + stateWidth + 2;
  const lines = features.map(([feature, one]) => {
    const state = pad(one.state, stateWidth);
    const shown =
      one.state === 'contradicted'
        ? style.caution(state)
        : one.state === 'unknown'
          ? style.dim(state)
          : state;
    const [first = '', ...rest] = wrap(reasonOf(one), Math.max(20, style.width - left));
    const more = rest.map((line) => `\n${' '.repeat(left)}${line}`).join('');
    return (
      `${' '.repeat(indent)}${pad(feature, widest)}  ${signed(one.contribution)}  ${shown}  ${first}`.trimEnd() +
      more
    );
  });
  return `${names}${lines.join('\n')}\n`;
}

function signed(contribution: number): string {
  if (contribution === 0) return ' 0     ';
  return `${contribution < 0 ? '-' : '+'}${Math.abs(contribution).toFixed(4)}`;
}

function reasonOf(one: FeatureExplanation): string {
  const side = (text: string): string => (text === '' ? '–' : isolate(printable(text)));
  const sides = one.query === '' && one.candidate === '' ? '' : `${side(one.query)} / ${side(one.candidate)}`;
  return [sides, printable(one.detail)].filter((text) => text !== '').join(': ');
}
