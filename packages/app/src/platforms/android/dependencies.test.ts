import { describe, expect, it } from 'vitest';
import { appPlugin, launcher, libraryPlugin, manifest, read, wordsAt, type Contents } from './sample.ts';

const kotlinPlugin = 'plugins { id("com.android.application") }\n';

/** A project of one app, with its build script and other files. */
const project = (script: string, others: Contents = {}, name = 'build.gradle'): Contents => ({
  'settings.gradle': "include ':app'",
  'app/src/main/AndroidManifest.xml': manifest(launcher),
  [`app/${name}`]: script,
  ...others,
});

/** Dependencies as `name version [source sets] (lock)`. */
async function dependencies(contents: Contents): Promise<readonly string[]> {
  const { apps } = await read(contents);
  return (apps[0]?.dependencies ?? []).map(({ name, version, onlyIn, via }) =>
    [name, version, onlyIn && `[${onlyIn.join(' ')}]`, via === 'lock' && '(lock)'].filter(Boolean).join(' '),
  );
}

const groovy = (block: string, others: Contents = {}) =>
  dependencies(project(`${appPlugin}dependencies {\n${block}\n}\n`, others));
const kotlin = (block: string, others: Contents = {}) =>
  dependencies(project(`${kotlinPlugin}dependencies {\n${block}\n}\n`, others, 'build.gradle.kts'));

/** What is said of dependencies that could not be followed. */
const told = async (block: string) => {
  const { unread } = await read(project(`${appPlugin}dependencies {\n${block}\n}\n`));
  return unread.flatMap(({ what, detail }) => (what === 'unresolved-dependencies' ? [detail] : []));
};

describe('libraries in a Groovy script', () => {
  it.each([
    ['a string', "implementation 'cn.a:b:1.2'", ['cn.a:b 1.2']],
    ['parentheses and a closure', "api('cn.a:b:1') { exclude group: 'cn.x', module: 'y' }", ['cn.a:b 1']],
    ['named parts', "implementation group: 'cn.a', name: 'b', version: '1'", ['cn.a:b 1']],
    ['several', "implementation 'cn.a:b:1', 'cn.a:c:2'", ['cn.a:b 1', 'cn.a:c 2']],
    ['several on lines', "implementation('cn.a:b:1',\n  'cn.a:c:2')", ['cn.a:b 1', 'cn.a:c 2']],
    ['a list', "implementation(['cn.a:b:1', 'cn.a:c:2'])", ['cn.a:b 1', 'cn.a:c 2']],
    ['a variable', 'def v = "1.2"\nimplementation "cn.a:b:$v"', ['cn.a:b 1.2']],
    ['an unknown version', 'implementation "cn.a:b:${nowhere.v}"', ['cn.a:b']],
    ['an unknown artifact', 'implementation "cn.a:$nowhere:1"', []],
    ['a sum', "def v = '3'\nimplementation 'cn.a:b:' + v", ['cn.a:b 3']],
    ['a type', "implementation 'cn.a:b:1@aar'", ['cn.a:b 1']],
    ['a version range', "implementation 'cn.a:b:[1.0,2.0)'", ['cn.a:b [1.0,2.0)']],
    ['no version', "implementation 'cn.a:b'", ['cn.a:b']],
    ['old words', "compile 'cn.a:b:1'\nprovided 'cn.a:c:1'", ['cn.a:b 1']],
    ['add', "add('implementation', 'cn.a:b:1')", ['cn.a:b 1']],
    ['a condition', "if (project.hasProperty('x')) { implementation 'cn.a:b:1' }", ['cn.a:b 1']],
    ['a loop', "['cn.a:b:1', 'cn.a:c:2'].each { implementation it }", ['cn.a:b 1', 'cn.a:c 2']],
    ['a platform', "implementation platform('cn.a:bom:9')\nimplementation 'cn.a:b'", ['cn.a:b']],
    ['a constraint', "constraints { implementation('cn.a:b:1') }", []],
    ['a comment', "// implementation 'cn.a:b:1'\n/* api 'cn.a:c:1' */", []],
  ])('are read: %s', async (_, block, expected) => {
    expect(await groovy(block)).toEqual(expected);
  });

  it('are told of where only a running build could say which they are', async () => {
    expect(await told('implementation "cn.a:$nowhere:1"')).toEqual(['cn.a:$nowhere:1']);
    expect(await told("implementation deps.push\napi(Libs.Ads.core)\nimplementation 'cn.a:b:1'")).toEqual(['deps.push, Libs.Ads.core']);
    expect(await told(['a', 'b', 'c', 'd', 'e'].map((name) => `implementation deps.${name}`).join('\n'))).toEqual(['deps.a, deps.b, deps.c +2']);
    const plain = "implementation project(':push')\nimplementation projects.core\nimplementation platform(deps.bom)\nimplementation fileTree(dir: 'libs')";
    expect(await told(`${plain}\ntestImplementation deps.junit\n// implementation deps.x\nconstraints { implementation(deps.y) }`)).toEqual([]);
  });

  it('are read from the blocks of a plugin that brings them', async () => {
    const script = `${appPlugin}apply plugin: 'com.mob.sdk'\nMobSDK {\n  appKey "1"\n  ShareSDK { devInfo { QQ { appId "2" } } }\n  MobPush { icon "x" }\n}`;
    expect(await dependencies(project(script))).toEqual(['cn.sharesdk:ShareSDK', 'com.mob.push:MobPush']);
  });

  it('are read from the values of a map that another script gives a name of their own', async () => {
    const script = `${appPlugin}dependencies { implementation rootProject.ext.commonLibs\nimplementation more.values() }`;
    const others = {
      'build.gradle': "apply from: 'deps.gradle'",
      'deps.gradle': 'ext {\n  common = ["push": "cn.a:push:1", "map": "cn.a:map:2"]\n  commonLibs = common.values()\n  more = [pay: "cn.a:pay:3"]\n}',
    };
    expect(await dependencies(project(script, others))).toEqual(['cn.a:push 1', 'cn.a:map 2', 'cn.a:pay 3']);
  });

  it('are read from maps of the outermost script and of applied ones', async () => {
    const script = `${appPlugin}apply from: '../deps.gradle'\ndependencies {
      implementation rootProject.ext.dependencies["push"]
      implementation deps.map
      implementation deps.all
    }`;
    const others = {
      'build.gradle': 'ext {\n  versions = [push: "5.1"]\n  dependencies = ["push": "cn.a:push:${versions.push}"]\n}',
      'deps.gradle': "ext.deps = [map: 'cn.a:map:2', all: ['cn.a:x:1', 'cn.a:y:1']]",
    };
    expect(await dependencies(project(script, others))).toEqual([
      'cn.a:push 5.1',
      'cn.a:map 2',
      'cn.a:x 1',
      'cn.a:y 1',
    ]);
  });

  it('are read from maps that are filled and passed on line by line', async () => {
    const others = {
      'build.gradle': "apply from: 'versions.gradle'\next.sdks = ['cn.a:s:1', 'cn.a:t:1']",
      'versions.gradle': [
        'ext.deps = [:]',
        'def versions = [:]',
        "versions.push = '5.1'",
        'def deps = [:]',
        'def jg = [:]',
        'jg.push = "cn.a:push:$versions.push"',
        'jg.core = "cn.a:core:${versions.push}"',
        'deps.jg = jg',
        'deps.map = "cn.a:map:$versions.none"',
        'ext.deps = deps',
      ].join('\n'),
    };
    const block =
      'implementation deps.jg.push\napi deps.jg.core\nimplementation rootProject.ext.deps.map\nimplementation sdks';
    expect(await groovy(block, others)).toEqual(['cn.a:push 5.1', 'cn.a:core 5.1', 'cn.a:map', 'cn.a:s 1', 'cn.a:t 1']);
  });

  it('are read from an applied script and from what the outermost one says of all modules', async () => {
    const others = {
      'ads.gradle': "dependencies { implementation 'cn.a:ads:1' }",
      'build.gradle':
        "subprojects { dependencies { implementation 'cn.a:all:1' } }\ndependencies { classpath 'cn.a:p:1' }",
    };
    const script = `${appPlugin}apply from: "$rootDir/ads.gradle"`;
    expect(await dependencies(project(script, others))).toEqual(['cn.a:ads 1', 'cn.a:all 1']);
  });
});

describe('libraries in a Kotlin script', () => {
  it.each([
    ['a string', 'implementation("cn.a:b:1")', ['cn.a:b 1']],
    ['named parts', 'implementation(group = "cn.a", name = "b", version = "1")', ['cn.a:b 1']],
    ['three strings', '"freeImplementation"("cn.a:b:1")', ['cn.a:b 1 [free]']],
    ['a block', 'implementation("cn.a:b:1") { isTransitive = false }', ['cn.a:b 1']],
    ['a loop', 'listOf("cn.a:b:1", "cn.a:c:2").forEach { implementation(it) }', ['cn.a:b 1', 'cn.a:c 2']],
    ['platforms', 'implementation(platform("cn.a:bom:1"))\nimplementation(enforcedPlatform("cn.a:b2:1"))', []],
    ['the standard library', 'implementation(kotlin("stdlib"))', ['org.jetbrains.kotlin:kotlin-stdlib']],
  ])('are read: %s', async (_, block, expected) => {
    expect(await kotlin(block)).toEqual(expected);
  });

  it('are read from source sets of a multiplatform build, other platforms apart', async () => {
    const script = `${kotlinPlugin}kotlin { sourceSets {
      commonMain.dependencies { implementation("cn.a:common:1") }
      androidMain { dependencies { implementation("cn.a:android:1") } }
      val iosMain by getting { dependencies { implementation("cn.a:ios:1") } }
      commonTest.dependencies { implementation("cn.a:test:1") }
    } }`;
    expect(await dependencies(project(script, {}, 'build.gradle.kts'))).toEqual(['cn.a:common 1', 'cn.a:android 1']);
  });
});

describe('what ships', () => {
  it('leaves out tests, tools and what is for compiling only', async () => {
    const block = [
      'testImplementation androidTestImplementation debugAndroidTestImplementation compileOnly compileOnlyApi',
      'kapt ksp annotationProcessor kaptDebug lintChecks lintPublish coreLibraryDesugaring classpath provided testApi',
      'androidTestUtil testFixturesApi detektPlugins baselineProfile',
    ]
      .join(' ')
      .split(' ')
      .map((name, index) => `${name} 'cn.a:x${index}:1'`)
      .join('\n');
    expect(await groovy(block)).toEqual([]);
  });

  it('names the source sets when not all variants have it', async () => {
    const script = `${appPlugin}android { flavorDimensions "m"\n productFlavors { free { }\n paid { }\n latest { } } }\ndependencies {
      debugImplementation 'cn.a:leak:1'
      freeImplementation 'cn.a:ads:1'
      latestApi 'cn.a:new:1'
      debugImplementation 'cn.a:both:1'
      releaseImplementation 'cn.a:both:1'
      freeReleaseImplementation 'cn.a:fr:1'
    }`;
    expect(await dependencies(project(script))).toEqual([
      'cn.a:leak 1 [debug]',
      'cn.a:ads 1 [free]',
      'cn.a:new 1 [latest]',
      'cn.a:both 1',
      'cn.a:fr 1 [freeRelease]',
    ]);
  });

  it('takes in the modules that the app is made of, with and without a manifest', async () => {
    const contents = project(
      `${appPlugin}dependencies { implementation project(':core')\ndebugImplementation project(':dev') }`,
      {
        'settings.gradle': "include ':app', ':core', ':plain', ':dev', ':unused'",
        'core/src/main/AndroidManifest.xml': manifest(),
        'core/build.gradle': `${libraryPlugin}dependencies { api project(':plain')\nimplementation 'cn.a:core:1' }`,
        'plain/build.gradle': "plugins { id 'java-library' }\ndependencies { implementation 'cn.a:plain:1' }",
        'dev/build.gradle': `${libraryPlugin}dependencies { implementation 'cn.a:dev:1' }`,
        'unused/build.gradle': `${libraryPlugin}dependencies { implementation 'cn.a:unused:1' }`,
      },
    );
    expect(await dependencies(contents)).toEqual(['cn.a:core 1', 'cn.a:dev 1 [debug]', 'cn.a:plain 1']);
  });
});

describe('a version catalog', () => {
  const toml = `[versions]
push = "5.2"
maps = { strictly = "9.1" }
[libraries]
a-push = { module = "cn.a:push", version.ref = "push" }
a_maps = { group = "cn.a", name = "maps", version = { ref = "maps" } }
plain = "cn.a:plain:1"
plainKtx = { module = "cn.a:plain-ktx", version = "2" }
bom = "cn.a:bom:3"
[bundles]
sdks = ["a-push", "a_maps"]
`;
  const libs = { 'gradle/libs.versions.toml': toml };

  it.each([
    ['an accessor', 'implementation(libs.a.push)', ['cn.a:push 5.2']],
    ['its getter', 'implementation(libs.a.push.get())', ['cn.a:push 5.2']],
    ['an underscore', 'implementation(libs.a.maps)', ['cn.a:maps 9.1']],
    ['a bundle', 'implementation(libs.bundles.sdks)', ['cn.a:push 5.2', 'cn.a:maps 9.1']],
    ['findLibrary', 'add("implementation", libs.findLibrary("plainKtx").get())', ['cn.a:plain-ktx 2']],
    ['a platform', 'implementation(platform(libs.bom))\nimplementation(libs.plain)', ['cn.a:plain 1']],
    ['an unknown alias', 'implementation(libs.nothing.here)', []],
  ])('is looked up by %s', async (_, block, expected) => {
    expect(await kotlin(block, libs)).toEqual(expected);
  });

  it('works in Groovy, beside others and under another name', async () => {
    const others = {
      ...libs,
      'gradle/tools.versions.toml': '[libraries]\nads = "cn.a:ads:4"\n',
      'gradle/own.versions.toml': '[libraries]\npay = "cn.a:pay:4"\n',
      'settings.gradle': `dependencyResolutionManagement { versionCatalogs {
        create("acme") { from(files("gradle/own.versions.toml")) }
        inline { library('im', 'cn.a', 'im').version('6')\n library('live', 'cn.a:live:7') }
      } }
      include ':app'`,
    };
    const block =
      'implementation libs.a.push\nimplementation tools.ads\nimplementation acme.pay\nimplementation inline.im\napi(inline.live)';
    expect(await groovy(block, others)).toEqual([
      'cn.a:push 5.2',
      'cn.a:ads 4',
      'cn.a:pay 4',
      'cn.a:im',
      'cn.a:live 7',
    ]);
  });
});

describe('constants of the build logic', () => {
  it('are read from buildSrc and from included builds', async () => {
    const others = {
      'settings.gradle': "includeBuild('logic')\ninclude ':app'",
      'buildSrc/src/main/kotlin/Deps.kt':
        'object Versions {\n  const val push = "5.1"\n}\nobject Deps {\n  private const val group = "cn.a"\n' +
        '  const val push = "$group:push:${Versions.push}"\n  object Ads {\n    const val core = "cn.a:ads:${later}"\n    const val later = "3"\n  }\n}\n',
      'logic/src/main/java/Libs.java': 'public class Libs { public static final String PAY = "cn.a:pay:1"; }',
    };
    const block =
      'implementation Deps.push\nimplementation(Deps.Ads.core)\nimplementation Libs.PAY\nimplementation Deps.missing';
    expect(await groovy(block, others)).toEqual(['cn.a:push 5.1', 'cn.a:ads 3', 'cn.a:pay 1']);
  });

  it('and plugins that are scripts bring their libraries', async () => {
    const contents = project("plugins { id 'com.android.application'\n id 'acme.app' }", {
      'buildSrc/src/main/kotlin/acme.app.gradle.kts':
        'plugins { id("acme.base") }\ndependencies { implementation("cn.a:app:1") }',
      'buildSrc/src/main/kotlin/acme.base.gradle.kts':
        'plugins { id("acme.app") }\ndependencies { implementation("cn.a:base:1") }',
    });
    expect(await dependencies(contents)).toEqual(['cn.a:app 1', 'cn.a:base 1']);
  });
});

describe('local archives', () => {
  const libs = {
    'app/libs/ads_sdk.aar': 'x',
    'app/libs/push-1.jar': 'x',
    'app/libs/more/deep.jar': 'x',
    'app/libs/note.txt': '',
  };

  it.each([
    ['a folder', 'implementation(fileTree("libs"))', ['ads_sdk.aar', 'deep.jar', 'push-1.jar']],
    ['a pattern', "implementation fileTree(dir: 'libs', include: ['*.jar'])", ['push-1.jar']],
    ['patterns', "implementation fileTree(include: ['*.jar', '*.aar'], dir: 'libs')", ['ads_sdk.aar', 'push-1.jar']],
    ['any depth', 'api(fileTree("libs") { include("**/*.jar") })', ['deep.jar', 'push-1.jar']],
    ['a map', 'implementation(fileTree(mapOf("dir" to "libs", "include" to listOf("*.aar"))))', ['ads_sdk.aar']],
    ['all but one', "implementation fileTree(dir: 'libs', exclude: ['ads*.aar', '*-1.jar'])", ['deep.jar']],
    ['from the top', 'implementation fileTree("$rootDir/app/libs/more")', ['deep.jar']],
    ['a file', "implementation files('libs/push-1.jar', 'libs/gone.aar')", ['push-1.jar', 'gone.aar']],
    ['a flat folder', "implementation(name: 'ads_sdk', ext: 'aar')", ['ads_sdk.aar']],
    ['a flat folder, short', "implementation ':ads_sdk@aar'", ['ads_sdk.aar']],
    ['for compiling only', "compileOnly fileTree('libs')\ntestImplementation files('libs/push-1.jar')", []],
    ['outside', "implementation fileTree('../../elsewhere')", []],
  ])('are named by %s', async (_, block, expected) => {
    expect((await groovy(block, libs)).toSorted()).toEqual(expected.toSorted());
  });

  it('ship from the libs folder where there is no build script', async () => {
    const contents = { 'AndroidManifest.xml': manifest(launcher), 'libs/old.jar': 'x' };
    expect(await dependencies(contents)).toEqual(['old.jar']);
  });
});

describe('a lock file', () => {
  it('adds what other libraries bring to the release', async () => {
    const lock = [
      '# a comment',
      'cn.a:b:1.5=debugRuntimeClasspath,releaseRuntimeClasspath',
      'cn.a:brought:2=releaseCompileClasspath,releaseRuntimeClasspath',
      'cn.a:compiled:2=releaseCompileClasspath',
      'cn.a:dev:2=debugRuntimeClasspath,releaseUnitTestRuntimeClasspath',
      'cn.a:free:2=freeReleaseRuntimeClasspath',
      'empty=kapt',
    ].join('\r\n');
    expect(await groovy("implementation 'cn.a:b:1.+'", { 'app/gradle.lockfile': lock })).toEqual([
      'cn.a:b 1.+',
      'cn.a:brought 2 (lock)',
      'cn.a:free 2 [free] (lock)',
    ]);
  });
});

describe('places', () => {
  it('are the words that bring the library in', async () => {
    const script = `${appPlugin}def v = '1'\ndependencies {\n  implementation "cn.a:b:$v"\n  api libs.a.push\n  implementation group: 'cn.a', name: 'c'\n  implementation files('libs/x.jar')\n  implementation fileTree('libs')\n}`;
    const contents = project(script, {
      'gradle/libs.versions.toml': '[libraries]\na-push = "cn.a:push:1"\n',
      'app/libs/y.aar': 'x',
      'app/gradle.lockfile': 'cn.a:locked:1=releaseRuntimeClasspath\n',
    });
    const { apps } = await read(contents);
    expect(apps[0]?.dependencies.map(({ at }) => wordsAt(contents, at) || at.file)).toEqual([
      'cn.a:b:$v',
      'libs.a.push',
      "group: 'cn.a', name: 'c'",
      'libs/x.jar',
      'app/libs/y.aar',
      'cn.a:locked:1',
    ]);
  });
});

describe('hostile scripts', () => {
  it('that double without end are cut off', async () => {
    const lists = Array.from({ length: 40 }, (_, index) => `def l${index + 1} = [l${index}, l${index}]`).join('\n');
    const script = `${appPlugin}def l0 = ['cn.a:b:1', l40]\n${lists}\ndependencies { implementation l40 }`;
    expect((await dependencies(project(script))).length).toBeLessThanOrEqual(1);
  });

  it('with maps in maps are cut off', async () => {
    const maps = Array.from({ length: 60 }, (_, i) => `def m${i + 1} = [:]\nm${i + 1}.a = m${i}\nm${i + 1}.b = m${i}`);
    const script = `${appPlugin}def m0 = [:]\nm0.x = 'cn.a:b:1'\n${maps.join('\n')}\ndependencies { implementation m1.a.x }`;
    expect(await dependencies(project(script))).toEqual(['cn.a:b 1']);
  });

  it('with deep nesting and long lines are survived', async () => {
    const block = `implementation ${'['.repeat(5000)}'cn.a:b:1'${']'.repeat(5000)}\nimplementation "${'$a'.repeat(5000)}"\nimplementation 'cn.a:c:1'`;
    expect(await groovy(block)).toContain('cn.a:c 1');
  });
});
