import { memoryFiles } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { fillPlaceholders, readBuildFile } from './build-file.ts';
import { readCatalogs } from './catalog.ts';
import { readProperties } from './values.ts';

async function build(script: string, others: Record<string, string> = {}, properties = '') {
  const files = memoryFiles({ 'app/build.gradle': script, ...others });
  const catalogs = Object.keys(others).filter((path) => path.endsWith('.toml'));
  const catalog = await readCatalogs(files, catalogs);
  const around = { archives: [], shared: [], outer: [], conventions: new Map<string, string>() };
  return readBuildFile(
    'app/build.gradle',
    { files, root: '', variables: readProperties(properties), catalog, ...around },
    [],
  );
}

describe('a build script', () => {
  it('names the app and points at the words', async () => {
    const script =
      'android {\n  namespace \'cn.a\'\n  defaultConfig { applicationId "cn.a.app"; minSdkVersion 21; targetSdk = 35 }\n}';
    const { applicationId, ...rest } = await build(script);
    expect(script.slice(applicationId?.at.start, applicationId?.at.end)).toBe('cn.a.app');
    expect(rest).toMatchObject({ namespace: 'cn.a', minSdk: 21, targetSdk: 35 });
  });

  it.each([
    ['a local variable', 'def id = "cn.a"\nandroid { defaultConfig { applicationId id } }'],
    ['an interpolated one', 'val base = "cn"\nandroid { defaultConfig { applicationId = "$base.a" } }'],
    ['ext', 'ext { appId = "cn.a" }\nandroid { defaultConfig { applicationId rootProject.ext.appId } }'],
    ['a map', 'ext.app = [id: "cn.a"]\nandroid { defaultConfig { applicationId rootProject.ext.app["id"] } }'],
    ['a delegate', 'val appId by extra("cn.a")\nandroid { defaultConfig { applicationId = appId } }'],
    ['gradle.properties', 'android { defaultConfig { applicationId project.property("APP_ID") } }'],
    [
      'an applied script',
      'apply from: "$rootDir/config.gradle"\nandroid { defaultConfig { applicationId CONFIG_ID } }',
    ],
    ['the configure form', 'configure<ApplicationExtension> { defaultConfig { applicationId = "cn.a" } }'],
  ])('finds the app id through %s', async (_, script) => {
    const { applicationId } = await build(script, { 'config.gradle': 'ext.CONFIG_ID = "cn.a"' }, 'APP_ID=cn.a\n');
    expect(applicationId?.text).toBe('cn.a');
  });

  it('does not guess what it cannot see', async () => {
    expect(
      await build('android { defaultConfig { applicationId = "$unknown.a"; minSdk = Versions.minSdk } }'),
    ).not.toHaveProperty('applicationId');
  });

  it('gives up on variables that double without end', async () => {
    const doubling = Array.from({ length: 60 }, (_, index) => `def x${index + 1} = "$x${index}$x${index}"`).join('\n');
    const script = `def x0 = "ab"\n${doubling}\nandroid { defaultConfig { applicationId x60 } }`;
    expect(await build(script)).not.toHaveProperty('applicationId');
  });

  it('reads SDK levels from a version catalog', async () => {
    const toml =
      '[versions]\nmin-sdk = "24"\n[plugins]\nandroid-app = { id = "com.android.application", version = "8.0" }\n';
    const script =
      'plugins { alias(libs.plugins.android.app) }\nandroid { defaultConfig { minSdk = libs.versions.min.sdk.get().toInt() } }';
    expect(await build(script, { 'gradle/libs.versions.toml': toml })).toMatchObject({
      kind: 'application',
      minSdk: 24,
    });
  });

  it.each([
    ["apply plugin: 'com.android.application'", 'application'],
    ['apply(plugin = "com.android.library")', 'library'],
    ['plugins { id("com.android.test") version "8.1" }', 'test'],
    ["plugins { id 'com.android.dynamic-feature' }", 'feature'],
    ['plugins { id("acme.android.application.compose") }', 'application'],
    ['plugins { alias(libs.plugins.acme.android.library) }', 'library'],
    ['plugins { `acme-android-library` }', 'library'],
    ['plugins { id(Plugins.ANDROID_APPLICATION) }', 'application'],
    [
      "if (alone.toBoolean()) { apply plugin: 'com.android.application' } else { apply plugin: 'com.android.library' }",
      'library',
    ],
    ['plugins { id("com.android.application") version "8.1" apply false }', undefined],
    ["subprojects { apply plugin: 'com.android.library' }", undefined],
    ["plugins { id 'java-library' }", undefined],
    ['android { defaultConfig { applicationId "a.b" } }', 'application'],
  ])('%s makes it %s', async (script, kind) => {
    expect((await build(script)).kind).toBe(kind);
  });

  it('lists build types and flavours', async () => {
    const script = `android {
      buildTypes { release { debuggable true }; create("staging") { isDebuggable = false }; debug { } }
      flavorDimensions += "tier"
      productFlavors { free { dimension "tier" }; register("paid") { dimension = "tier" } }
    }`;
    const { buildTypes, flavours } = await build(script);
    expect(buildTypes.map(({ name, debuggable }) => [name, debuggable?.value])).toEqual([
      ['release', true],
      ['staging', false],
      ['debug', undefined],
    ]);
    const at = buildTypes[0]?.debuggable?.at;
    expect(script.slice(at?.start, at?.end)).toBe('true');
    expect(flavours).toEqual([
      { name: 'free', dimension: 'tier' },
      { name: 'paid', dimension: 'tier' },
    ]);
  });

  it('finds moved manifests and resources', async () => {
    const script =
      "android { sourceSets { main { manifest.srcFile 'AndroidManifest.xml'; res.srcDirs = ['res', 'more-res'] } } }";
    const { manifests, resources } = await build(script);
    expect([...manifests]).toEqual([['main', 'app/AndroidManifest.xml']]);
    expect(resources).toEqual(['app/res', 'app/more-res']);
  });

  it('fills placeholders it knows', async () => {
    const file = await build(
      'android { defaultConfig { applicationId "cn.a"; manifestPlaceholders = [host: "x.cn"] } }',
    );
    expect(fillPlaceholders('${applicationId}.p ${host} ${other}', file)).toBe('cn.a.p x.cn ${other}');
  });

  it('tells an unreadable catalog', async () => {
    const files = memoryFiles({ 'gradle/libs.versions.toml': '[versions\nx = ' });
    expect((await readCatalogs(files, ['gradle/libs.versions.toml'])).unread).toMatchObject([{ what: 'broken-toml' }]);
  });
});

async function dependencies(body: string) {
  return (await build(`dependencies {\n${body}\n}`)).dependencies;
}

describe('project dependencies', () => {
  it.each([
    ["implementation project(':a')", [{ target: ':a' }]],
    ['api(project(":a:b"))', [{ target: ':a:b' }]],
    ["compile project(path: ':a', configuration: 'default')", [{ target: ':a' }]],
    ["implementation project(':a'), project(':b')", [{ target: ':a' }, { target: ':b' }]],
    ["implementation project(':a') { transitive = false }", [{ target: ':a' }]],
    ["debugImplementation project(':a')", [{ target: ':a', variant: 'debug' }]],
    ['"freeImplementation"(project(":a"))', [{ target: ':a', variant: 'free' }]],
    ['add("implementation", project(":a"))', [{ target: ':a' }]],
    ['implementation(projects.core.netClient)', [{ target: 'projects.core.netClient' }]],
    [
      "['a', 'b'].each { implementation project(\":feature:$it\") }",
      [{ target: ':feature:a' }, { target: ':feature:b' }],
    ],
    ["testImplementation project(':a')", []],
    ["androidTestImplementation project(':a')", []],
    ["compileOnly project(':a')", []],
    ["lintChecks project(':a')", []],
    ["implementation 'com.example:project:1.0'", []],
  ])('%s', async (line, found) => {
    expect(await dependencies(line)).toEqual({ found, unclear: false });
  });

  it('says when a module is named by code', async () => {
    expect((await dependencies('modules.each { implementation project(it) }')).unclear).toBe(true);
  });
});
