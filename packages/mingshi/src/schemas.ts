import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import { configSchema } from './config/config-schema.ts';
import { inventoryParts, inventorySchema } from './inventory/schema.ts';
import { reportParts, reportSchema } from './report/report-schema.ts';

// Run by the build and by tests; never part of the command.

const base = 'https://json-schema.org/draft/2020-12/schema';

/** Schema of `mingshi check --format json`. */
export function reportJsonSchema(): object {
  const settings = { target: 'draft-2020-12', definitions: reportParts } as const;
  const { $schema: _, ...schema } = toJsonSchema(reportSchema, settings);
  return {
    $schema: base,
    title: 'Report of mingshi check',
    ...schema,
    $defs: toJsonSchemaDefs(reportParts, { target: 'draft-2020-12' }),
  };
}

/** Schema of `mingshi inventory --format json`. */
export function inventoryJsonSchema(): object {
  const settings = { target: 'draft-2020-12', definitions: inventoryParts } as const;
  const { $schema: _, ...schema } = toJsonSchema(inventorySchema, settings);
  return {
    $schema: base,
    title: 'Lists of mingshi inventory',
    ...schema,
    $defs: toJsonSchemaDefs(inventoryParts, { target: 'draft-2020-12' }),
  };
}

/** Schema of mingshi.yaml, with the rules and categories that there are. */
export function configJsonSchema(rules: readonly string[], categories: readonly string[]): object {
  const { $schema: _, ...schema } = toJsonSchema(configSchema(rules, categories), {
    target: 'draft-2020-12',
    errorMode: 'ignore',
  });
  return { $schema: base, title: 'mingshi.yaml', ...schema };
}
