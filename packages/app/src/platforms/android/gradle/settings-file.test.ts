import { describe, expect, it } from 'vitest';
import { scriptEntries } from './entries.ts';
import { readSettings } from './settings-file.ts';

function modules(script: string, root = ''): Record<string, string> {
  return Object.fromEntries(
    readSettings(scriptEntries(script, 'settings.gradle'), root).modules.map(({ id, folder }) => [id, folder]),
  );
}

describe('modules of a settings script', () => {
  it.each([
    ['Groovy', "include ':app', ':lib'"],
    ['several lines', "include ':app',\n    ':lib'"],
    ['Kotlin', 'include(":app", ":lib")'],
    ['without colons', 'include("app")\ninclude "lib"'],
    ['several on a line', "include ':app'; include ':lib'"],
    ['comments between', "include ':app' // , ':old'\n/* include ':older' */\ninclude ':lib'"],
    ['a list', 'listOf(":app", ":lib").forEach { include(it) }'],
    ['a Groovy list', "['app', 'lib'].each { name -> include \":$name\" }"],
    ['a variable', 'val names = listOf("app", "lib")\nnames.forEach { include(":$it") }'],
    ['an array', "def names = [':app', ':lib']\ninclude(*names)"],
    ['a byte order mark and CRLF', "\ufeffrootProject.name = 'x'\r\ninclude ':app'\r\ninclude ':lib'\r\n"],
  ])('are read from %s', (_, script) => {
    expect(modules(script)).toEqual({ ':app': 'app', ':lib': 'lib' });
  });

  it('come with their parents and lie in nested folders', () => {
    expect(modules('include(":feature:home")', 'android')).toEqual({
      ':feature': 'android/feature',
      ':feature:home': 'android/feature/home',
    });
  });

  it.each([
    ["new File(settingsDir, 'libs/net')", 'libs/net'],
    ["file('libs/net')", 'libs/net'],
    ['File(rootDir, "libs/net")', 'libs/net'],
    ['file("$rootDir/libs/net")', 'libs/net'],
    ['File("${rootProject.projectDir}/libs/net")', 'libs/net'],
    ["new File('./libs/../net')", 'net'],
  ])('move where projectDir = %s says', (value, folder) => {
    expect(modules(`include ':net'\nproject(':net').projectDir = ${value}`)).toEqual({ ':net': folder });
  });

  it('outside the checked folder are left out', () => {
    expect(modules("include ':app', ':net'\nproject(':net').projectDir = new File(settingsDir, '../net')")).toEqual({
      ':app': 'app',
    });
  });

  it('are not taken from file patterns', () => {
    expect(modules("repositories { flatDir { include '*.jar' } }")).toEqual({});
  });

  it('named by code are said to be unclear', () => {
    expect(readSettings(scriptEntries('file("x").listFiles().each { include ":${it.name}" }', 's'), '').unclear).toBe(
      true,
    );
  });
});
