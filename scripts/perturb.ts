/** A seeded generator of numbers in [0, 1): mulberry32 (Ettinger 2017), the same on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A name as people change it: as it is, a letter lost, added or swapped, reversed, a part dropped, joined, an initial. */
export function perturb(name: string, next: () => number): string {
  const at = Math.floor(next() * name.length);
  const words = name.split(/\s+/);
  const word = Math.floor(next() * words.length);
  switch (Math.floor(next() * 8)) {
    case 0:
      return name.slice(0, at) + name.slice(at + 1);
    case 1:
      return `${name.slice(0, at)}e${name.slice(at)}`;
    case 2:
      return name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
    case 3:
      return words.reverse().join(' ');
    case 4:
      return words.length > 2 ? words.filter((_, i) => i !== word).join(' ') : name;
    case 5:
      return words.length > 1 ? name.replace(/\s+/, '') : name;
    case 6:
      return words.map((part, i) => (i === word && words.length > 1 ? `${part[0]}.` : part)).join(' ');
    default:
      return name;
  }
}
