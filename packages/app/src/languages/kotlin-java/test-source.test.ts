import { expect, it } from 'vitest';
import { isTestSource } from './test-source.ts';

it.each([
  ['app/src/test/java/a/B.java', true],
  ['app/src/testDebug/kotlin/a/B.kt', true],
  ['app/src/androidTest/kotlin/a/B.kt', true],
  ['shared/src/commonTest/kotlin/B.kt', true],
  ['src/a/LoginTest.kt', true],
  ['LoginTests.java', true],
  ['app/src/main/java/a/net/SpeedTest.kt', false],
  ['app/src/main/java/a/test/Screen.kt', false],
  ['app/src/tester/java/a/B.kt', false],
  ['app/src/main/java/a/Latest.kt', false],
  ['Contest.java', false],
])('%s: %s', (path, expected) => {
  expect(isTestSource(path)).toBe(expected);
});
