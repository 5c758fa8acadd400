// How many screenings a second does one core do, explained, and how late are the slowest? `screen()` as it returns,
// not serialised. Listed names with their schema, whole and perturbed, each twice: first cold (spellings not met
// before; the snapshot's blocks read at first use), then warm. `npm run bench -- [--home DIR] [--queries 4000]`;
// without --home the carried data, which are small. Print the machine's core beside any figure that is quoted.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { perturb, random } from '../scripts/perturb.ts';
import { carriedSnapshot, openHome } from '../src/engine/home.ts';
import { screen } from '../src/engine/screen.ts';

const { values } = parseArgs({
  options: { home: { type: 'string' }, queries: { type: 'string', default: '500' } },
});
const started = performance.now();
const snapshot = values.home === undefined ? carriedSnapshot() : openHome(values.home).currentSnapshot();
if (!snapshot) throw new Error(`${values.home} holds no snapshot`);
console.log(`${cpus()[0]?.model}, Node ${process.version}, ${snapshot.entities} entities`);
console.log(`open ${(performance.now() - started).toFixed(0)} ms`);

const next = random(7);
const listed = Array.from({ length: Number(values.queries) }, () => {
  const { entity } = snapshot.body(Math.floor(next() * snapshot.entities));
  return { schema: entity.schema, name: entity.names[Math.floor(next() * entity.names.length)]!.value };
});
const perturbed = listed.map(({ schema, name }) => ({ schema, name: perturb(name, next) }));

function run(what: string, queries: typeof listed): void {
  const times: number[] = [];
  let hits = 0;
  const from = performance.now();
  for (const { schema, name } of queries) {
    if (name.trim() === '') continue;
    const at = performance.now();
    hits += screen(snapshot!, { schema, properties: { name } }).results.length;
    times.push((performance.now() - at) * 1000);
  }
  const seconds = (performance.now() - from) / 1000;
  times.sort((a, b) => a - b);
  const share = (p: number): string =>
    times[Math.min(times.length - 1, Math.floor(times.length * p))]!.toFixed(0);
  console.log(
    `${what.padEnd(16)} ${(times.length / seconds).toFixed(0).padStart(6)}/s  p50 ${share(0.5)} µs  p99 ${share(0.99)} µs  p99.9 ${share(0.999)} µs  ${(hits / times.length).toFixed(2)} hits`,
  );
}

run('listed, cold', listed);
run('listed, warm', listed);
run('perturbed, cold', perturbed);
run('perturbed, warm', perturbed);
console.log(`resident ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
