import type { PermissionRequest } from '@mingshi/model';
import type { SourceFunction, SourceUnit, Use } from './source-unit.ts';

/** A request at run time, with the call that makes it. */
interface MatchedRequest {
  readonly request: PermissionRequest;
  readonly raw: Use;
}

/** Names of methods that may ask for permissions. */
export const ASKS = /^(?:requests?|launch|permissions?|requestPermissions?\w*|requestMultiple|requestEach\w*|with|init|ask\w*Permissions?|request\w*Async)$/;
const FULL_NAME = /\b(?:android|com\.android\.\w+|ohos)\.permission\.[A-Z][A-Z0-9_]*\b/g;
/** Constants that stand for them: PermissionsAndroid's, those of react-native-permissions and XXPermissions, the manifest's own. */
const CONSTANT = /\b(?:PermissionsAndroid\.PERMISSIONS|PERMISSIONS\.ANDROID|Manifest\.permission|permissions\.Permission)\.([A-Z][A-Z0-9_]*)\b/g;
/** Words in an explanation that the user sees before, and helpers that show one. */
const EXPLAINS = /rationale|explain|reason|AlertDialog|showDialog|DialogBuilder|MaterialAlertDialog|Alert\.alert|showModal|onExplainRequestReason|说明|用途|用于/i;

/** The calls of a file that ask the user for permissions. */
export function matchRequests(unit: SourceUnit): readonly MatchedRequest[] {
  return unit.functions.flatMap((body) =>
    body.uses.flatMap((use): readonly MatchedRequest[] => {
      if (use.kind !== 'call' || !ASKS.test(use.name)) return [];
      const permissions = [...new Set(use.args.flatMap(permissionsIn))];
      if (permissions.length === 0) return [];
      const rationale = explains(use, body) ? 'shown' : body.uses.length > LONG ? 'unclear' : 'none';
      return [{ request: { permissions, at: use.at, rationale }, raw: use }];
    }),
  );
}

function permissionsIn(arg: string): readonly string[] {
  const constants = [...arg.matchAll(CONSTANT)].map(([, name = '']) => `android.permission.${name}`);
  return [...(arg.match(FULL_NAME) ?? []), ...constants];
}

/** So much happens in such a function that an explanation may hide in a helper. */
const LONG = 60;

/** In the way to the request something explains it: a test of shouldShowRequestPermissionRationale, a dialog, a text argument. */
function explains(use: Use, body: SourceFunction): boolean {
  const around = [...use.conditions, ...use.callbacks, ...use.args.filter((arg) => !arg.includes('.permission.'))];
  if (around.some((text) => EXPLAINS.test(text))) return true;
  return body.uses.some((other) => other.at.start < use.at.end && EXPLAINS.test(`${other.receiver}.${other.name}`));
}
