import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';

const FOLDER = fileURLToPath(new URL('../../schemas', import.meta.url));

let ajv: Ajv2020 | undefined;

/** What a JSON Schema of the package finds wrong with a value: empty when nothing. */
export function faultsOf(schema: string, value: unknown): string[] {
  if (!ajv) {
    ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
    for (const file of readdirSync(FOLDER))
      ajv.addSchema(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
  }
  const validate = ajv.getSchema(`${schema}.schema.json`);
  if (!validate) throw new Error(`no schema ${schema}`);
  return validate(value) === true
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
