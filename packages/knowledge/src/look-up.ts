import { onceFor } from './once-for.ts';
import type { Api, AppCategory, Article, Case, DataType, Knowledge, Law, Permission, Sdk } from './types.ts';

type Index<T> = (knowledge: Knowledge) => ReadonlyMap<string, T>;

/** An index that is built once for each knowledge, when it is first asked. */
function index<T>(entries: (knowledge: Knowledge) => Iterable<readonly [string, T]>): Index<T> {
  return onceFor((knowledge) => new Map(entries(knowledge)));
}

const laws: Index<Law> = index((knowledge) => knowledge.laws.map((law) => [law.id, law] as const));
const articles: Index<Article> = index((knowledge) =>
  knowledge.laws.flatMap((law) => law.articles.map((article) => [article.id, article] as const)),
);
const cases: Index<Case> = index((knowledge) => knowledge.cases.map((found) => [found.id, found] as const));
const dataTypes: Index<DataType> = index((knowledge) => knowledge.dataTypes.map((type) => [type.id, type] as const));
const permissions: Index<Permission> = index((knowledge) =>
  knowledge.permissions.map((permission) => [permission.name, permission] as const),
);
const sdks: Index<Sdk> = index((knowledge) => knowledge.sdks.map((sdk) => [sdk.id, sdk] as const));
const apis: Index<Api> = index((knowledge) => knowledge.apis.map((api) => [api.id, api] as const));
const categories: Index<AppCategory> = index((knowledge) =>
  knowledge.categories.flatMap((category) => {
    const { zh, en } = category.name;
    return [category.id, zh, zh.replace(/类$/, ''), en].map((key) => [key, category] as const);
  }),
);

/** The law of an id such as `csl`. */
export const findLaw = (knowledge: Knowledge, id: string): Law | undefined => laws(knowledge).get(id);

/** The article of an id such as `csl#41.1`. */
export const findArticle = (knowledge: Knowledge, id: string): Article | undefined => articles(knowledge).get(id);

/** The case of an id such as `chongqing-2020-live-streaming`. */
export const findCase = (knowledge: Knowledge, id: string): Case | undefined => cases(knowledge).get(id);

/** The data type of an id such as `device-identifier`. */
export const findDataType = (knowledge: Knowledge, id: string): DataType | undefined => dataTypes(knowledge).get(id);

/** The SDK of an id such as `jpush`. */
export const findSdk = (knowledge: Knowledge, id: string): Sdk | undefined => sdks(knowledge).get(id);

/** The API of an id such as `android-telephony-manager-get-imei`. */
export const findApi = (knowledge: Knowledge, id: string): Api | undefined => apis(knowledge).get(id);

/** The app category of an id or a name: `medical-registration`, 问诊挂号, 问诊挂号类. */
export const findCategory = (knowledge: Knowledge, idOrName: string): AppCategory | undefined =>
  categories(knowledge).get(idOrName.trim());

/**
 * The permission of a full name; `android.permission.health.WRITE_STEPS` is found under `….WRITE_*`, one of HarmonyOS as the
 * one of Android that opens the same.
 */
export function findPermission(knowledge: Knowledge, name: string): Permission | undefined {
  if (name.startsWith('ohos.')) {
    return Object.hasOwn(knowledge.harmonyPermissions, name) ? knowledge.harmonyPermissions[name] : undefined;
  }
  const known = permissions(knowledge);
  const prefix = name.slice(0, name.indexOf('_') + 1);
  return known.get(name) ?? (prefix === '' ? undefined : known.get(`${prefix}*`));
}

/**
 * Whether using an API takes data without the user handing them over. The constant of a permission
 * (`PermissionsAndroid.PERMISSIONS.CAMERA`) and a request for one take nothing yet.
 */
export function takesData({ kind, members, needsConsent }: Api): boolean {
  return needsConsent && kind !== 'permission-request' && !members.some((member) => /(?:^|\.)PERMISSIONS\./.test(member));
}

/** Whether a data type is the other or stands anywhere below it: an IMEI is a device identifier. */
export function isKindOf(knowledge: Knowledge, type: string, ancestor: string): boolean {
  // The compile step refuses parents that go round in circles.
  for (let id: string | undefined = type; id !== undefined; id = findDataType(knowledge, id)?.parent) {
    if (id === ancestor) return true;
  }
  return false;
}
