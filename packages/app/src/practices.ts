import type { AppProject, Confidence, DataPractice, Evidence, PermissionUse } from '@mingshi/model';
import type { Knowledge, Permission } from '@mingshi/knowledge';
import { isNeverShipped } from './never-shipped.ts';

/** What the apps ask to be able to do, one practice for each kind of data, with every request as evidence. */
export function practicesOf(project: AppProject, knowledge: Knowledge): readonly DataPractice[] {
  const permissions = new Map(knowledge.permissions.map((permission) => [permission.name, permission]));
  return project.apps.flatMap((app) => {
    const practices = new Map<string, DataPractice>();
    for (const use of app.permissions) {
      const permission = permissions.get(use.name);
      if (!permission || isNeverShipped(use.onlyIn)) continue;
      for (const dataType of permission.discloses) {
        const known = practices.get(dataType);
        practices.set(dataType, {
          app: app.id,
          action: 'request-permission',
          dataType,
          party: { kind: 'app' },
          evidence: [...(known?.evidence ?? []), ...evidenceOf(use)].toSorted(compareEvidence),
          confidence: stronger(known?.confidence ?? 'low', confidenceOf(permission)),
        });
      }
    }
    return [...practices.values()].toSorted((a, b) => (a.dataType < b.dataType ? -1 : 1));
  });
}

function evidenceOf({ name, kind, at, alsoAt }: PermissionUse): readonly Evidence[] {
  const evidence = kind === 'component' ? 'component' : 'permission';
  return [at, ...alsoAt].map((place) => ({ kind: evidence, name, at: place }));
}

/** A permission alone shows what the app could do, not that it does. */
function confidenceOf({ protection, risk }: Permission): Confidence {
  return protection === 'dangerous' && risk === 'high' ? 'medium' : 'low';
}

function stronger(a: Confidence, b: Confidence): Confidence {
  return a === 'medium' || b === 'medium' ? 'medium' : 'low';
}

function compareEvidence(a: Evidence, b: Evidence): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.start - b.at.start || (a.name < b.name ? -1 : 1);
}
