import * as v from 'valibot';
import { about, text } from '../report/report-schema-parts.ts';
import { reportParts } from '../report/report-schema.ts';

// What `mingshi inventory --format json` holds. Read at build time and by tests only.

const certainty = v.picklist(['high', 'medium', 'low']);

const cell = v.object({
  from: about(
    v.picklist(['policy', 'knowledge', 'missing']),
    'The policy’s own words, what is known in general, or nothing yet.',
  ),
  words: text,
  certainty: v.exactOptional(about(certainty, 'How sure knowledge is.')),
  quote: v.exactOptional(about(text, 'The policy’s sentence, when it leaves the cell empty all the same.')),
});

const row = {
  source: about(v.picklist(['app-and-policy', 'app', 'policy']), 'Where the row is known from.'),
  apps: about(v.array(v.string()), 'Ids of the apps that have it; none when only the policy does.'),
  inApp: v.array(reportParts.Place),
  inPolicy: v.array(reportParts.Place),
  denied: about(v.array(reportParts.Place), 'Where the policy denies it.'),
};

const collectedRow = v.object({
  types: about(v.array(v.string()), 'Data type ids.'),
  data: text,
  sensitive: v.picklist(['yes', 'possibly', 'no']),
  function: cell,
  purpose: cell,
  permissions: v.array(v.string()),
  ways: v.array(
    v.object({
      kind: v.picklist(['call', 'permission', 'component', 'sdk', 'policy']),
      name: about(v.string(), 'API, permission or SDK id; empty for what only the policy tells.'),
      title: v.exactOptional(text),
      certainty,
    }),
  ),
  ...row,
});

const sharedRow = v.object({
  sdk: v.exactOptional(about(v.string(), 'SDK id; absent for a party that is no known SDK.')),
  name: text,
  vendor: cell,
  category: v.exactOptional(about(v.object({ id: v.string(), name: text }), 'Kind of SDK, and what such SDKs are for.')),
  purpose: cell,
  types: v.array(v.string()),
  data: cell,
  link: cell,
  signs: about(v.array(v.string()), 'What betrays it in the app, the strongest first.'),
  confidence: certainty,
  ...row,
});

const permissionRow = v.object({
  name: v.string(),
  title: text,
  can: text,
  personal: about(v.boolean(), 'Whether it opens personal information or something that the user must grant.'),
  purpose: cell,
  when: cell,
  ...row,
});

/** The one description of the JSON format. */
export const inventorySchema = v.object({
  schemaVersion: v.literal(1),
  apps: v.array(v.object({ id: v.string(), name: v.exactOptional(v.string()), sourceFiles: v.number() })),
  policies: about(v.array(v.string()), 'Files of the policy whose words fill the lists.'),
  collected: v.array(collectedRow),
  shared: v.array(sharedRow),
  permissions: v.array(permissionRow),
});

/** The parts that the published schema and declarations give a name. */
export const inventoryParts = {
  Text: reportParts.Text,
  Position: reportParts.Position,
  Place: reportParts.Place,
  Cell: cell,
  CollectedRow: collectedRow,
  SharedRow: sharedRow,
  PermissionRow: permissionRow,
};
