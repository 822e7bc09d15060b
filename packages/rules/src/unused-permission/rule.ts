import { findPermission } from '@mingshi/knowledge';
import type { App, Comparison } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import { permissionFacts, sensitiveUses } from '../permissions.ts';
import type { PermissionFacts } from '../permissions.ts';

type Facts = PermissionFacts & { readonly files: number };

/** Fewer files than these are a part of an app, and the use stands in another. */
const ENOUGH_FILES = 5;

export default defineRule<{ unused: Facts }>({
  id: 'unused-permission',
  severity: 'info',
  title: { zh: '申请了权限，没有看到使用', en: 'A permission without a use' },
  needs: ['app', 'code'],
  articles: ['csl#41.2', 'pipl#6', 'app-violations-2019#4.1'],
  cases: ['miit-2021-38-apps', 'suzhou-2021-hospital-app'],
  messages: {
    unused: {
      zh: (f) => `申请了 ${f.permission}，在 ${f.files} 个源文件里没有看到使用它的调用；可能由 SDK 使用`,
      en: (f) => `${f.permission} is requested; no call that uses it was seen in ${f.files} source files. An SDK may use it`,
    },
  },
  suggestions: {
    remove: {
      zh: (f) => `确认没有功能用到${f.can.zh}的，从清单中去掉；是依赖带进来的，用 tools:node="remove" 去掉。`,
      en: (f) => `If no feature needs to ${f.can.en}, remove it from the manifest; if a library brings it, use tools:node="remove".`,
    },
  },
  *check(comparison) {
    const traceable = traceablePermissions(comparison);
    for (const sensitive of sensitiveUses(comparison)) {
      const { app, use, permission } = sensitive;
      if (!traceable.has(use.name) || permission.protection !== 'dangerous' || app.code.files.found < ENOUGH_FILES) continue;
      if (isUsed(comparison, app, use.name)) continue;
      yield {
        message: 'unused',
        about: use.name,
        at: use.at,
        confidence: 'low',
        data: { ...permissionFacts(sensitive), files: app.code.files.found },
      };
    }
  },
});

/** Permissions whose use would be seen: some known API needs them. Files are reached in too many ways to be followed. */
function traceablePermissions({ knowledge }: Comparison): ReadonlySet<string> {
  const needed = knowledge.apis.filter(({ kind }) => kind === 'call' || kind === 'content-uri').flatMap(({ permissions }) => permissions);
  return new Set(needed.filter((name) => !/STORAGE|MEDIA|BLUETOOTH|NETWORK|WIFI|INTERNET/.test(name)));
}

/** The system wants the left one declared where the right one is used. */
const USED_WITH: Readonly<Record<string, readonly string[]>> = {
  'android.permission.ACCESS_COARSE_LOCATION': ['android.permission.ACCESS_FINE_LOCATION'],
  'android.permission.READ_PHONE_STATE': ['android.permission.READ_PHONE_NUMBERS'],
};

/** A call that needs it, a request for it at run time, or an embedded SDK that takes what it opens. */
function isUsed({ knowledge, practices }: Comparison, { id, code }: App, name: string): boolean {
  const names = [name, ...(USED_WITH[name] ?? [])];
  const needing = new Set(knowledge.apis.filter(({ permissions }) => names.some((each) => permissions.includes(each))).map((api) => api.id));
  const opened = findPermission(knowledge, name)?.opens ?? [];
  return (
    code.uses.some(({ of }) => of.kind === 'api' && needing.has(of.id)) ||
    code.requests.some(({ permissions }) => names.some((each) => permissions.includes(each))) ||
    practices.some(({ app, action, dataType }) => app === id && action === 'collect' && opened.includes(dataType))
  );
}
