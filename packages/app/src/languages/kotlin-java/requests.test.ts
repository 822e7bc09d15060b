import { describe, expect, it } from 'vitest';
import { keptLists, matchRequests } from '../../code/requests.ts';
import { java, kotlin } from './sample.ts';

const short = (names: readonly string[]) => names.map((name) => name.replace('android.permission.', '')).join(' ');
const asked = (unit: ReturnType<typeof kotlin>) => matchRequests(unit).map(({ request }) => `${short(request.permissions)}: ${request.rationale}`);
const inFun = (imports: string, body: string) => asked(kotlin(`package a.b\nimport android.Manifest\n${imports}\nclass Screen { fun open() { ${body} } }`));
const inMethod = (imports: string, body: string) =>
  asked(java(`package a.b;\nimport android.Manifest;\n${imports}\nclass Screen { String[] needed = { Manifest.permission.CAMERA, Manifest.permission.READ_SMS };\nvoid open() { ${body} } }`));

describe('a request for permissions', () => {
  it.each([
    ['groups of utilcode', 'import com.blankj.utilcode.constant.PermissionConstants', 'PermissionUtils.permission(PermissionConstants.CAMERA, PermissionConstants.MICROPHONE).request()', ['CAMERA RECORD_AUDIO: none']],
    ['lists of XXPermissions', 'import com.hjq.permissions.permission.PermissionLists', 'XXPermissions.with(this).permission(PermissionLists.getReadContactsPermission()).permission(PermissionLists.getCameraPermission()).request(this)', ['READ_CONTACTS CAMERA: none']],
    ['an interceptor that may explain', 'import com.hjq.permissions.Permission', 'XXPermissions.with(this).permission(Permission.CAMERA).interceptor(Mine()).request(this)', ['CAMERA: unclear']],
    ['reasons given later in the chain', '', 'PermissionX.init(this).permissions(Manifest.permission.CAMERA).onExplainRequestReason { s, l -> s.show(l) }.request { a, g, d -> }', ['CAMERA: shown']],
    ['a state of Compose', '', 'val state = rememberMultiplePermissionsState(listOf(Manifest.permission.CAMERA, Manifest.permission.READ_SMS))', ['CAMERA READ_SMS: none']],
    ['Dexter', '', 'Dexter.withContext(this).withPermissions(Manifest.permission.CAMERA).withListener(this).check()', ['CAMERA: none']],
    ['EasyPermissions built with its reason', 'import pub.devrel.easypermissions.PermissionRequest', 'ask(PermissionRequest.Builder(this, 1, Manifest.permission.CAMERA).setRationale(R.string.why).build())', ['CAMERA: shown']],
    ['a dialog whose button asks', '', 'HintDialog(this).setOnClickListener { requestPermissions(arrayOf(Manifest.permission.CAMERA), 1) }', ['CAMERA: shown']],
    ['a popup whose button asks', '', 'XPopup.Builder(this).asConfirm(title, words) { requestPermissions(arrayOf(Manifest.permission.CAMERA), 1) }.show()', ['CAMERA: shown']],
    ['a button without a dialog', '', 'button.setOnClickListener { requestPermissions(arrayOf(Manifest.permission.CAMERA), 1) }', ['CAMERA: none']],
    ['a helper of its own', '', 'checkAndRequestPermissions(arrayOf(Manifest.permission.CAMERA))', ['CAMERA: none']],
    ['two, one after the other', '', 'Gate.with(this).permission(Manifest.permission.CAMERA).request(); Gate.with(this).permission(Manifest.permission.READ_SMS).request()', ['CAMERA: none', 'READ_SMS: none']],
    ['no request', '', 'ContextCompat.checkSelfPermission(this, Manifest.permission.CAMERA); onRequestPermissionsResult(Manifest.permission.CAMERA)', []],
  ])('is read: %s', (_, imports, body, expected) => {
    expect(inFun(imports, body)).toEqual(expected);
  });

  it.each([
    ['constants of AndPermission', 'import com.yanzhenjie.permission.runtime.Permission;', 'AndPermission.with(this).runtime().permission(Permission.CAMERA).start();', ['CAMERA: none']],
    ['groups of AndPermission', 'import com.yanzhenjie.permission.runtime.Permission;', 'AndPermission.with(this).runtime().permission(Permission.Group.MICROPHONE).start();', ['RECORD_AUDIO: none']],
    ['a list gathered before', '', 'list.add(Manifest.permission.CAMERA); list.add(Manifest.permission.READ_SMS); requestPermissions(list.toArray(new String[0]), 1);', ['CAMERA READ_SMS: none']],
    ['a list gathered in a loop', '', 'for (String one : needed) { if (isMissing(one)) list.add(one); } requestPermissions(list.toArray(new String[0]), 1);', ['CAMERA READ_SMS: none']],
    ['a list that nothing asks for', '', 'list.add(Manifest.permission.CAMERA); show(list);', []],
  ])('is read in Java: %s', (_, imports, body, expected) => {
    expect(inMethod(imports, body)).toEqual(expected);
  });
});

it.each([
  ['an object', 'object Needed { val ALL = arrayOf(Manifest.permission.CAMERA) }', 'requestPermissions(Needed.ALL, 1)'],
  ['a companion', 'class Needed { companion object { val ALL = listOf(Manifest.permission.CAMERA) } }', 'launcher.launch(Needed.ALL.toTypedArray())'],
  ['a file', 'val NEEDED = arrayOf(Manifest.permission.CAMERA)', 'requestPermissions(NEEDED, 1)'],
])('knows a list that %s of another file keeps', (_, keeper, call) => {
  const kept = keptLists([kotlin(`package a.b\nimport android.Manifest\n${keeper}`)]);
  const unit = kotlin(`package a.b\nclass Screen { fun open() { ${call} } }`);
  expect(matchRequests(unit, kept).map(({ request }) => short(request.permissions))).toEqual(['CAMERA']);
});

it.each([
  ['that another function of the class fills', 'fill(); requestPermissions(list.toArray(new String[0]), 1);', ['CAMERA: none']],
  ['and leaves alone one that is not filled here', 'requestPermissions(others, 1);', []],
])('takes a list %s', (_, body, expected) => {
  const filling = 'void fill() { list.add(Manifest.permission.CAMERA); }';
  expect(asked(java(`import android.Manifest;\nclass Screen { ${filling}\nvoid open() { ${body} } }`))).toEqual(expected);
});
