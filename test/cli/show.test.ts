import { describe, expect, it } from 'vitest';
import type { EntityView } from '../../src/cli/entity-view.ts';
import { carriedReadLists } from '../../src/engine/compile-lists.ts';
import { cordon, makeHome } from './cli.ts';
import { faultsOf } from './schemas.ts';

const { env } = makeHome();

async function show(id: string): Promise<EntityView> {
  return JSON.parse((await cordon(['show', id, '--json'], { env })).stdout) as EntityView;
}

describe('cordon show', () => {
  it('answers in the documented shape for every entity of the package', async () => {
    const ids = carriedReadLists().flatMap((list) => list.content.entities.map((entity) => entity.id));
    expect(ids.length).toBeGreaterThan(100);
    for (const id of ids) expect(faultsOf('show', await show(id))).toEqual([]);
  });

  it('finds an entity by any of its ids', async () => {
    const joined = await show('us_ofac_sdn-24511');
    expect(joined.referents).toContain('kr_mofa_unilateral-20240627-04');
    expect(await show('kr_mofa_unilateral-20240627-04')).toEqual(joined);
  });

  it('shows relations from both ends', async () => {
    const withTarget = carriedReadLists()
      .flatMap((list) => list.content.entities)
      .find((entity) => entity.relations.some((one) => one.target !== null))!;
    const relation = withTarget.relations.find((one) => one.target !== null)!;
    const view = await show(withTarget.id);
    expect(view.relations).toContainEqual({ ...relation, loaded: true });
    const other = await show(relation.target!);
    expect(other.statedByOthers).toContainEqual(
      expect.objectContaining({ id: view.id, role: relation.role }),
    );
    const { stdout } = await cordon(['show', relation.target!], { env });
    expect(stdout).toContain(`← ${view.id}`);
  });

  it('shows numbers with their validity, designations and the official page', async () => {
    const { stdout } = await cordon(['show', 'us_ofac_sdn-24511'], { env });
    expect(stdout).toMatch(/9085730 +imoNumber.*passes its check/);
    expect(stdout).toContain('kr_mofa_unilateral 20240627-04');
    expect(stdout).toContain('https://sanctionssearch.ofac.treas.gov/Details.aspx?id=24511');
  });

  it('says an unknown id', async () => {
    const { code, stderr, stdout } = await cordon(['show', 'us_ofac_sdn-0'], { env });
    expect(code).toBe(1);
    expect(stderr).toContain('us_ofac_sdn-0');
    expect(stdout).toBe('');
  });

  it('takes one id', async () => {
    expect((await cordon(['show'], { env })).code).toBe(2);
    expect((await cordon(['show', 'a', 'b'], { env })).code).toBe(2);
  });
});
