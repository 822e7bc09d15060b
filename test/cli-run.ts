import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command, as a user runs it. */
export const cli = fileURLToPath(new URL('../packages/mingshi/dist/cli.js', import.meta.url));

export interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another copy of the command. */
  readonly script?: string;
}

/** Runs the command in a plain environment: no colours, no language but what the test sets. */
export function mingshi(args: readonly string[], { cwd, env, script = cli }: RunOptions = {}): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: cwd ?? tmpdir(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), LANG: 'en_US.UTF-8', MINGSHI_CACHE: 'off', ...env },
  });
  return { status, stdout, stderr };
}

const made: string[] = [];

/** A folder with files in it, for `cleanUp` to remove. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'mingshi-cli-')));
  made.push(root);
  for (const [path, body] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), body);
  }
  return root;
}

/** Removes the folders; for `afterAll`. */
export function cleanUp(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}

const namespace = 'xmlns:android="http://schemas.android.com/apk/res/android"';

/** A manifest with permissions, one a line from line 2. */
export function manifest(...permissions: readonly string[]): string {
  const lines = permissions.map((name) => `    <uses-permission android:name="android.permission.${name}" />`);
  const head = `<manifest ${namespace} package="com.example.weather">`;
  return [head, ...lines, '    <application android:label="微风天气" />', '</manifest>', ''].join('\n');
}

/** A policy that tells of the location and holds what a complete policy holds. */
export const policy = [
  '# 微风天气隐私政策',
  '',
  '更新日期：2026 年 10 月 1 日。生效日期：2026 年 10 月 8 日。本应用由青岚气象科技有限公司运营，电子邮箱：privacy@qinglan.example。',
  '',
  '## 我们收集的信息',
  '',
  '当您查看所在地天气时，经您同意，我们会申请位置权限，收集您的位置信息，用于显示当地的天气预报。',
  '',
  '## 保存与保护',
  '',
  '位置信息保存七天，到期删除。我们使用 HTTPS 加密传输，只有负责运维的员工可以访问。',
  '',
  '## 您的权利',
  '',
  '您可以发邮件查阅、复制、更正、删除您的个人信息。您可以在系统设置中关闭位置权限，撤回同意。',
  '',
  '## 投诉',
  '',
  '对个人信息保护的投诉、举报，请发邮件到 privacy@qinglan.example，我们在十五个工作日内答复。',
  '',
  '## 儿童',
  '',
  '本应用不面向不满十四周岁的儿童。发现误收集的，我们会及时删除。',
  '',
  '## 变更',
  '',
  '本政策变更时，我们会在应用内弹窗告知您。',
  '',
].join('\n');

/** A small app whose manifest asks for more than its policy tells. */
export const weather = (files: Readonly<Record<string, string | Uint8Array>> = {}): string =>
  folder({
    'settings.gradle.kts': 'include(":app")\n',
    'app/build.gradle.kts': 'plugins { id("com.android.application") }\nandroid { defaultConfig { minSdk = 24 } }\n',
    'app/src/main/AndroidManifest.xml': manifest('ACCESS_FINE_LOCATION', 'SEND_SMS'),
    '隐私政策.md': policy,
    ...files,
  });
