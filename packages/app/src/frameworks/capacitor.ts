import type { Files } from '@mingshi/model';
import { parseJson, phraseAt, valueAt } from '../data.ts';
import { isUnread, readSource } from '../source-text.ts';
import { objectLiterals } from './literals.ts';
import { cleartextAllowed, type Part } from './part.ts';

/** Reads a Capacitor app from its capacitor.config.json or .ts; its permissions stand in the Android project alone. */
export async function readCapacitor(files: Files, path: string): Promise<Part> {
  const source = readSource(files, path, 1024 * 1024);
  if (isUnread(source)) return { frameworks: ['capacitor'], dependencies: [], unread: [source] };
  const parsed = path.endsWith('.json') ? await parseJson(source) : objectLiterals(source, ['appId', 'appName'])[0];
  const data = parsed && isUnread(parsed) ? undefined : parsed;
  const name = phraseAt(data, 'appName');
  const applicationId = phraseAt(data, 'appId');
  const app = {
    ...(name && { name }),
    ...(applicationId && { applicationId }),
    manifest: path,
    permissions: [],
    blocked: [],
    permissionsTold: false,
    settings: cleartextAllowed(valueAt(data, 'server', 'cleartext')),
  };
  return { frameworks: ['capacitor'], dependencies: [], app, unread: parsed && isUnread(parsed) ? [parsed] : [] };
}
